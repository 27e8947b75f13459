package dev.baton.stock.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Pieces of an article that are kept for an order. */
@Entity
@Table(name = "reservation")
@NamedQuery(
    name = ReservationRow.EXPIRED,
    query =
        "SELECT r.orderId FROM ReservationRow r"
            + " WHERE r.status = dev.baton.stock.entity.ReservationStatus.HELD"
            + " AND r.expiresAt < :now ORDER BY r.expiresAt")
public class ReservationRow {
  /** The orders whose reservations are held and have expired at {@code :now}. */
  public static final String EXPIRED = "ReservationRow.expired";

  @Id
  @Column(name = "order_id")
  private long orderId;

  private String sku;
  private String subject;
  private long quantity;

  @Enumerated(EnumType.STRING)
  private ReservationStatus status;

  @Column(name = "expires_at")
  private LocalDateTime expiresAt;

  /** For the persistence provider. */
  protected ReservationRow() {}

  /** A reservation that is held for a while. */
  public ReservationRow(
      long orderId, String sku, String subject, long quantity, LocalDateTime expiresAt) {
    this.orderId = orderId;
    this.sku = sku;
    this.subject = subject;
    this.quantity = quantity;
    this.status = ReservationStatus.HELD;
    this.expiresAt = expiresAt;
  }

  /** Whether it is for this article, this customer and so many pieces. */
  public boolean isFor(String wantedSku, String wantedSubject, long pieces) {
    return sku.equals(wantedSku) && subject.equals(wantedSubject) && quantity == pieces;
  }

  /** Whether it is this customer's. */
  public boolean isOf(String wantedSubject) {
    return subject.equals(wantedSubject);
  }

  /** The article. */
  public String sku() {
    return sku;
  }

  /** Pieces, 1 or more. */
  public long quantity() {
    return quantity;
  }

  /** Whether the pieces are kept. */
  public ReservationStatus status() {
    return status;
  }

  /** Whether nobody confirmed it in time. */
  public boolean isOverdue(LocalDateTime now) {
    return status == ReservationStatus.HELD && expiresAt.isBefore(now);
  }

  /** Keeps the pieces for a while. */
  public void holdUntil(LocalDateTime until) {
    status = ReservationStatus.HELD;
    expiresAt = until;
  }

  /** Keeps the pieces, or no longer. */
  public void become(ReservationStatus next) {
    status = next;
  }

  /** The row as a value that outlives its transaction. */
  public Reservation toReservation() {
    return new Reservation(orderId, sku, quantity, status);
  }
}
