package dev.baton.prices.boundary;

import dev.baton.prices.entity.Quote;
import dev.baton.prices.entity.QuoteStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The price that is fixed for an order.
 *
 * @param orderId the order
 * @param sku the article
 * @param cents for one piece, in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 * @param status how long it stands
 */
@JsonbPropertyOrder({"orderId", "sku", "cents", "currency", "status"})
public record QuoteView(long orderId, String sku, long cents, String currency, QuoteStatus status) {

  static QuoteView of(Quote quote) {
    return new QuoteView(
        quote.orderId(), quote.sku(), quote.cents(), quote.currency(), quote.status());
  }
}
