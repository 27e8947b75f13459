package dev.baton.stock.entity;

/** Whether a reservation keeps its pieces. */
public enum ReservationStatus {
  /** Until its expiry. */
  HELD,
  /** For good: the order is confirmed. */
  CONFIRMED,
  /** No more, and never again: the order was taken back. */
  RELEASED,
  /** No more: nobody confirmed it in time. */
  EXPIRED;

  /** Whether the pieces are kept now. */
  public boolean isLive() {
    return this == HELD || this == CONFIRMED;
  }
}
