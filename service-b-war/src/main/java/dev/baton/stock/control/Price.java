package dev.baton.stock.control;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Objects;

/**
 * The price of an article for the caller, as service C tells it.
 *
 * @param sku the article
 * @param cents in hundredths of the currency
 * @param currency ISO 4217 code
 */
@JsonbPropertyOrder({"sku", "cents", "currency"})
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
