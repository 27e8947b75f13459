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
public class OrderRow {
  /** The orders of {@code :owner} with an id above {@code :after}, by id. */
  public static final String PAGE_OF_OWNER = "OrderRow.pageOfOwner";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String owner;
  private String sku;
  private int quantity;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private long version;

  @Column(name = "created_at")
  private LocalDateTime createdAt;

  /** For the persistence provider. */
  protected OrderRow() {}

  /** The row as a value that outlives its transaction. */
  public Order toOrder() {
    return new Order(id, owner, sku, quantity, status, version);
  }
}
