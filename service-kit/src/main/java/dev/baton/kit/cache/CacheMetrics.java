package dev.baton.kit.cache;

import com.hazelcast.cache.ICache;
import com.hazelcast.cluster.Cluster;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** {@code baton_cache_...} with the tag {@code cache}: what becomes of one cache, as gauges. */
final class CacheMetrics {
  private final MetricRegistry registry;
  private final Tag cache;

  private CacheMetrics(MetricRegistry registry, Tag cache) {
    this.registry = registry;
    this.cache = cache;
  }

  static void publish(
      MetricRegistry registry, Cluster cluster, ICache<?, ?> cache, CacheStatistics statistics) {
    CacheMetrics metrics = new CacheMetrics(registry, new Tag("cache", cache.getName()));
    metrics.gauge("hits", statistics, CacheStatistics::hits);
    metrics.gauge("misses", statistics, CacheStatistics::misses);
    metrics.gauge("puts", statistics, CacheStatistics::puts);
    metrics.gauge("puts_refused", statistics, CacheStatistics::refused);
    metrics.gauge("failures", statistics, CacheStatistics::failures);
    metrics.gauge("evictions", cache, CacheMetrics::evictions);
    metrics.gauge("entries", cache, CacheMetrics::entries);
    metrics.gauge("members", cluster, CacheMetrics::members);
  }

  private <T> void gauge(String name, T source, ToLongFunction<T> value) {
    registry.gauge("baton_cache_" + name, source, value::applyAsLong, cache);
  }

  private static long evictions(ICache<?, ?> cache) {
    return cache.getLocalCacheStatistics().getCacheEvictions();
  }

  private static long entries(ICache<?, ?> cache) {
    return cache.getLocalCacheStatistics().getOwnedEntryCount();
  }

  private static long members(Cluster cluster) {
    return cluster.getMembers().size();
  }
}
