package dev.baton.prices.boundary;

import dev.baton.prices.entity.PriceList;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The price of an article for the caller.
 *
 * @param sku the article
 * @param cents in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 */
@JsonbPropertyOrder({"sku", "cents", "currency"})
@Schema(
    name = "Price",
    description = "What an article costs the caller, in hundredths of the currency",
    requiredProperties = {"sku", "cents", "currency"},
    examples =
        """
        {"sku": "SKU-0000", "cents": 1999, "currency": "EUR"}
        """)
public record PriceView(String sku, long cents, String currency) {

  static PriceView of(PriceList list, String subject) {
    return new PriceView(list.sku(), list.centsFor(subject), list.currency());
  }
}
