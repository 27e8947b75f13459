package dev.baton.stock.control;

import dev.baton.kit.cache.CacheAside;
import dev.baton.kit.cache.CacheCluster;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.precondition.Precondition;
import dev.baton.stock.entity.StockLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds and sets how much of an article is there. */
@ApplicationScoped
public class StockLevels {
  private final StockTable table;
  private final HopTimings hops;
  private final CacheAside<String, StockLevel> cache;

  /** For the container's client proxy. */
  protected StockLevels() {
    this.table = null;
    this.hops = null;
    this.cache = null;
  }

  @Inject
  public StockLevels(StockTable table, CacheCluster cluster, HopTimings hops) {
    this.table = table;
    this.hops = hops;
    this.cache = cluster.cacheAside("stock", StockLevel.class, hops);
  }

  /** The level of an article; empty for an unknown one. */
  public Optional<StockLevel> find(String sku) {
    return cache.get(sku, table::find);
  }

  /**
   * Sets how much of an article is available.
   *
   * @throws dev.baton.kit.problem.ProblemException 412 where the precondition is not met
   */
  public Written set(String sku, long available, Precondition precondition) {
    Written written =
        write(sku, () -> hops.timed("db", () -> table.set(sku, available, precondition)));
    changed(written.level());
    return written;
  }

  /** Tells all instances what a transaction has left. */
  void changed(StockLevel level) {
    cache.put(level.sku(), level);
  }

  /** Writes; where nobody knows whether the commit came through, the cache forgets the article. */
  <T> T write(String sku, Supplier<T> transaction) {
    try {
      return transaction.get();
    } catch (TransactionalException unknown) {
      cache.forget(sku);
      throw unknown;
    }
  }
}
