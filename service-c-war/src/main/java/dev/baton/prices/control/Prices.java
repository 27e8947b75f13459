package dev.baton.prices.control;

import dev.baton.kit.cache.CacheAside;
import dev.baton.kit.cache.CacheCluster;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.precondition.Precondition;
import dev.baton.prices.entity.PriceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds and sets what articles cost. */
@ApplicationScoped
public class Prices {
  private final PriceTable table;
  private final HopTimings hops;
  private final CacheAside<String, PriceList> cache;

  /** For the container's client proxy. */
  protected Prices() {
    this.table = null;
    this.hops = null;
    this.cache = null;
  }

  @Inject
  public Prices(PriceTable table, CacheCluster cluster, HopTimings hops) {
    this.table = table;
    this.hops = hops;
    this.cache = cluster.cacheAside("prices", PriceList.class, hops);
  }

  /** The price list of an article; empty for an unknown one. */
  public Optional<PriceList> find(String sku) {
    return cache.get(sku, table::find);
  }

  /**
   * Sets the list price of an article; contracts stay.
   *
   * @throws dev.baton.kit.problem.ProblemException 412 where the precondition is not met
   */
  public Written set(String sku, long cents, String currency, Precondition precondition) {
    Written written = commit(sku, () -> table.set(sku, cents, currency, precondition));
    cache.put(sku, written.list());
    return written;
  }

  private Written commit(String sku, Supplier<Written> write) {
    try {
      return hops.timed("db", write);
    } catch (TransactionalException unknown) {
      cache.forget(sku);
      throw unknown;
    }
  }
}
