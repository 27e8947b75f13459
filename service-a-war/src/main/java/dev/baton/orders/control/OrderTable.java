package dev.baton.orders.control;

import dev.baton.kit.data.SchemaReady;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The orders in the database. */
@ApplicationScoped
@Transactional
public class OrderTable {
  @PersistenceContext(unitName = "orders")
  private EntityManager entities;

  /** The order of an id; empty for an unknown one. */
  public Optional<Order> find(long id) {
    return Optional.ofNullable(entities.find(OrderRow.class, id)).map(OrderRow::toOrder);
  }

  /**
   * The orders of a customer, by id.
   *
   * @param owner the customer's subject
   * @param after only ids above this one
   * @param limit at most so many
   */
  public List<Order> page(String owner, long after, int limit) {
    return entities
        .createNamedQuery(OrderRow.PAGE_OF_OWNER, OrderRow.class)
        .setParameter("owner", owner)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultStream()
        .map(OrderRow::toOrder)
        .toList();
  }

  void warmUp(@Observes SchemaReady schema) {
    find(0);
  }
}
