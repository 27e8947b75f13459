package dev.baton.orders.control;

import dev.baton.kit.cache.CacheAside;
import dev.baton.kit.cache.CacheCluster;
import dev.baton.kit.hops.HopTimings;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds orders, and remembers what becomes of them. */
@ApplicationScoped
public class Orders {
  private final OrderTable table;
  private final HopTimings hops;
  private final CacheAside<Long, Order> cache;

  /** For the container's client proxy. */
  protected Orders() {
    this.table = null;
    this.hops = null;
    this.cache = null;
  }

  @Inject
  public Orders(OrderTable table, CacheCluster cluster, HopTimings hops) {
    this.table = table;
    this.hops = hops;
    this.cache = cluster.cacheAside("orders", Order.class, hops);
  }

  /** The order of an id, whoever owns it; empty for an unknown one. */
  public Optional<Order> find(OrderId id) {
    return cache.get(id.value(), table::find);
  }

  /**
   * Writes an order and tells all instances what the transaction has left. Where nobody knows
   * whether the commit came through, the cache forgets the order.
   */
  Order write(long id, Supplier<Order> transaction) {
    try {
      Order written = transaction.get();
      cache.put(id, written);
      return written;
    } catch (TransactionalException unknown) {
      cache.forget(id);
      throw unknown;
    }
  }

  /** Removes an order that has never been, for all instances. */
  void erase(long id, Runnable transaction) {
    try {
      transaction.run();
    } finally {
      cache.forget(id);
    }
  }

  /**
   * A page of a customer's orders, by id. Pages are not cached: they are ranges, and a write would
   * have to find them all.
   *
   * @param owner the customer's subject
   * @param after only ids above this one
   * @param limit at most so many
   */
  public List<Order> page(String owner, long after, int limit) {
    return hops.timed("db", () -> table.page(owner, after, limit));
  }
}
