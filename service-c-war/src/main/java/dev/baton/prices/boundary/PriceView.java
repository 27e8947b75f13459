package dev.baton.prices.boundary;

import dev.baton.prices.entity.PriceList;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The price of an article for the caller.
 *
 * @param sku the article
 * @param cents in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 */
@JsonbPropertyOrder({"sku", "cents", "currency"})
public record PriceView(String sku, long cents, String currency) {

  static PriceView of(PriceList list, String subject) {
    return new PriceView(list.sku(), list.centsFor(subject), list.currency());
  }
}
