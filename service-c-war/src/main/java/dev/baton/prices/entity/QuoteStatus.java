package dev.baton.prices.entity;

/** How long a quote stands. */
public enum QuoteStatus {
  /** Until its expiry. */
  HELD,
  /** For good: the order is confirmed. */
  CONFIRMED,
  /** No more, and never again: the order was taken back. */
  RELEASED,
  /** No more: nobody confirmed it in time. */
  EXPIRED
}
