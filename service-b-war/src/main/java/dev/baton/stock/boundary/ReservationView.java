package dev.baton.stock.boundary;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Pieces that are kept for an order, and their price.
 *
 * @param orderId the order
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param cents for one piece, in hundredths of the currency
 * @param currency ISO 4217 code
 * @param holdSeconds how long they are kept from now, unless they are confirmed
 */
@JsonbPropertyOrder({"orderId", "sku", "quantity", "cents", "currency", "holdSeconds"})
public record ReservationView(
    long orderId, String sku, long quantity, long cents, String currency, long holdSeconds) {}
