package dev.baton.stock.entity;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Pieces of an article that are kept for an order.
 *
 * @param orderId the order
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param status whether they are kept
 */
@JsonbPropertyOrder({"orderId", "sku", "quantity", "status"})
public record Reservation(long orderId, String sku, long quantity, ReservationStatus status) {}
