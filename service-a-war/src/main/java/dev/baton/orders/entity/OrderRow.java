package dev.baton.orders.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A customer's order. */
@Entity
@Table(name = "customer_order")
@NamedQuery(
    name = OrderRow.PAGE_OF_OWNER,
    query = "SELECT o FROM OrderRow o WHERE o.owner = :owner AND o.id > :after ORDER BY o.id")
@NamedQuery(
    name = OrderRow.BY_KEY,
    query = "SELECT o FROM OrderRow o WHERE o.owner = :owner AND o.idempotencyKey = :key")
@NamedQuery(
    name = OrderRow.UNDECIDED,
    query =
        "SELECT o.id FROM OrderRow o"
            + " WHERE o.status = dev.baton.orders.entity.OrderStatus.PENDING"
            + " AND o.createdAt < :before ORDER BY o.createdAt")
public class OrderRow {
  /** The orders of {@code :owner} with an id above {@code :after}, by id. */
  public static final String PAGE_OF_OWNER = "OrderRow.pageOfOwner";

  /** The order that {@code :owner} has made with {@code :key}. */
  public static final String BY_KEY = "OrderRow.byKey";

  /** The ids of orders that are pending since before {@code :before}, the oldest first. */
  public static final String UNDECIDED = "OrderRow.undecided";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String owner;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  private String sku;
  private int quantity;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private Long cents;
  private String currency;
  private long version;

  @Column(name = "created_at")
  private LocalDateTime createdAt;

  @Column(name = "confirmed_at")
  private LocalDateTime confirmedAt;

  /** For the persistence provider. */
  protected OrderRow() {}

  /** A new order, pending. */
  public OrderRow(Wish wish, LocalDateTime now) {
    owner = wish.owner();
    idempotencyKey = wish.key().value();
    sku = wish.sku();
    quantity = wish.quantity();
    status = OrderStatus.PENDING;
    createdAt = now;
  }

  /** Whether nothing is decided yet. */
  public boolean isPending() {
    return status == OrderStatus.PENDING;
  }

  /** Whether stock may be kept for it. */
  public boolean isLive() {
    return status == OrderStatus.PENDING || status == OrderStatus.CONFIRMED;
  }

  /** Stock is reserved and the price is fixed. */
  public void confirm(Amount price, LocalDateTime now) {
    cents = price.cents();
    currency = price.currency();
    confirmedAt = now;
    become(OrderStatus.CONFIRMED);
  }

  /** There was no stock. */
  public void reject() {
    become(OrderStatus.REJECTED);
  }

  /** It is taken back. */
  public void cancel() {
    become(OrderStatus.CANCELLED);
  }

  /** The row as a value that outlives its transaction. */
  public Order toOrder() {
    Amount price = cents == null ? null : new Amount(cents, currency);
    return new Order(id, owner, sku, quantity, status, price, confirmedAt != null, version);
  }

  private void become(OrderStatus next) {
    status = next;
    version++;
  }
}
