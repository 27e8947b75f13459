package dev.baton.stock.entity;

/**
 * Pieces of an article that are kept for an order.
 *
 * @param orderId the order
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param status whether they are kept
 */
public record Reservation(long orderId, String sku, long quantity, ReservationStatus status) {}
