package dev.baton.prices.entity;

/**
 * The price of one piece of an article, fixed for an order.
 *
 * @param orderId the order
 * @param sku the article
 * @param cents for one piece, in hundredths of the currency
 * @param currency ISO 4217 code
 * @param status how long it stands
 */
public record Quote(long orderId, String sku, long cents, String currency, QuoteStatus status) {}
