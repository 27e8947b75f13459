package dev.baton.orders.entity;

/** How far an order has come. */
public enum OrderStatus {
  /** Taken, stock and price not yet decided. */
  PENDING,
  /** Stock is reserved and the price is fixed. */
  CONFIRMED,
  /** There was no stock. */
  REJECTED,
  /** Taken back by its customer or a clerk. */
  CANCELLED
}
