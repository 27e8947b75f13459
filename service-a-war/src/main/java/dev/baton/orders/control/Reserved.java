package dev.baton.orders.control;

import java.util.Objects;

/**
 * What service B keeps for an order, and at which price.
 *
 * @param cents for one piece, in hundredths of the currency
 * @param currency ISO 4217 code
 * @param holdSeconds how long it is kept from now, unless it is confirmed
 */
public record Reserved(Long cents, String currency, Long holdSeconds) {

  /**
   * @throws NullPointerException if a part is missing: no order is confirmed on half an answer
   */
  public Reserved {
    Objects.requireNonNull(cents, "cents");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(holdSeconds, "holdSeconds");
  }
}
