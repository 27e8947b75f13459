package dev.baton.stock.control;

import dev.baton.kit.cache.CacheAside;
import dev.baton.kit.cache.CacheCluster;
import dev.baton.kit.hops.HopTimings;
import dev.baton.stock.entity.StockLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds how much of an article is there. */
@ApplicationScoped
public class StockLevels {
  private final StockTable table;
  private final CacheAside<String, StockLevel> cache;

  /** For the container's client proxy. */
  protected StockLevels() {
    this.table = null;
    this.cache = null;
  }

  @Inject
  public StockLevels(StockTable table, CacheCluster cluster, HopTimings hops) {
    this.table = table;
    this.cache = cluster.cacheAside("stock", StockLevel.class, hops);
  }

  /** The level of an article; empty for an unknown one. */
  public Optional<StockLevel> find(String sku) {
    return cache.get(sku, table::find);
  }
}
