package dev.baton.orders.entity;

/** What services B and C are to be told about an order. */
public enum Task {
  /** Keep stock and price for good. */
  CONFIRM,
  /** Give them back for good. */
  RELEASE
}
