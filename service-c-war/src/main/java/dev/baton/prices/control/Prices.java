package dev.baton.prices.control;

import dev.baton.kit.cache.CacheAside;
import dev.baton.kit.cache.CacheCluster;
import dev.baton.kit.hops.HopTimings;
import dev.baton.prices.entity.PriceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds what articles cost. */
@ApplicationScoped
public class Prices {
  private final PriceTable table;
  private final CacheAside<String, PriceList> cache;

  /** For the container's client proxy. */
  protected Prices() {
    this.table = null;
    this.cache = null;
  }

  @Inject
  public Prices(PriceTable table, CacheCluster cluster, HopTimings hops) {
    this.table = table;
    this.cache = cluster.cacheAside("prices", PriceList.class, hops);
  }

  /** The price list of an article; empty for an unknown one. */
  public Optional<PriceList> find(String sku) {
    return cache.get(sku, table::find);
  }
}
