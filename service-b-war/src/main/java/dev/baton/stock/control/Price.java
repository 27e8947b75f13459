package dev.baton.stock.control;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The price of an article for the caller, as service C tells it.
 *
 * @param sku the article
 * @param cents in hundredths of the currency
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
public record Price(String sku, Long cents, String currency) {

  /**
   * @throws NullPointerException if a part is missing: a stock answer never goes out with half a
   *     price
   */
  public Price {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(cents, "cents");
    Objects.requireNonNull(currency, "currency");
  }
}
