package dev.baton.prices.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A price that is fixed for an order. */
@Entity
@Table(name = "quote")
@NamedQuery(
    name = QuoteRow.EXPIRE,
    query =
        "UPDATE QuoteRow q SET q.status = dev.baton.prices.entity.QuoteStatus.EXPIRED"
            + " WHERE q.status = dev.baton.prices.entity.QuoteStatus.HELD AND q.expiresAt < :now")
public class QuoteRow {
  /** Ends all quotes that are held and expired at {@code :now}. */
  public static final String EXPIRE = "QuoteRow.expire";

  @Id
  @Column(name = "order_id")
  private long orderId;

  private String sku;
  private String subject;
  private long cents;
  private String currency;

  @Enumerated(EnumType.STRING)
  private QuoteStatus status;

  @Column(name = "expires_at")
  private LocalDateTime expiresAt;

  /** For the persistence provider. */
  protected QuoteRow() {}

  /** A quote that is nobody's yet: {@link #hold} makes it one. */
  public QuoteRow(long orderId, String sku, String subject) {
    this.orderId = orderId;
    this.sku = sku;
    this.subject = subject;
  }

  /** Whether it is for this article and this customer. */
  public boolean isFor(String wantedSku, String wantedSubject) {
    return sku.equals(wantedSku) && subject.equals(wantedSubject);
  }

  /** Whether it is this customer's. */
  public boolean isOf(String wantedSubject) {
    return subject.equals(wantedSubject);
  }

  /** The article. */
  public String sku() {
    return sku;
  }

  /** How long it stands. */
  public QuoteStatus status() {
    return status;
  }

  /** Fixes the price that the list has now. */
  public void hold(PriceList list, LocalDateTime until) {
    cents = list.centsFor(subject);
    currency = list.currency();
    status = QuoteStatus.HELD;
    expiresAt = until;
  }

  /** Holds the same price for longer. */
  public void holdUntil(LocalDateTime until) {
    expiresAt = until;
  }

  /** Makes it last. */
  public void confirm() {
    status = QuoteStatus.CONFIRMED;
  }

  /** Ends it for good. */
  public void release() {
    status = QuoteStatus.RELEASED;
  }

  /** The row as a value that outlives its transaction. */
  public Quote toQuote() {
    return new Quote(orderId, sku, cents, currency, status);
  }
}
