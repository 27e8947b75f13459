package dev.baton.stock.control;

import java.util.Objects;

/**
 * The price that service C has fixed for an order.
 *
 * @param cents for one piece, in hundredths of the currency
 * @param currency ISO 4217 code
 */
public record Quote(Long cents, String currency) {

  /**
   * @throws NullPointerException if a part is missing: no order is taken at half a price
   */
  public Quote {
    Objects.requireNonNull(cents, "cents");
    Objects.requireNonNull(currency, "currency");
  }
}
