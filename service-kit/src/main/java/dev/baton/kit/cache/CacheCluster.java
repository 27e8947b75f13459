package dev.baton.kit.cache;

import com.hazelcast.cache.ICache;
import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import com.hazelcast.config.SerializerConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.baton.kit.hops.HopTimings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** This instance's Hazelcast member, one cluster per service, and the JCache caches in it. */
@ApplicationScoped
public class CacheCluster {
  private final HazelcastInstance member;
  private final MetricRegistry metrics;

  /** For the container's client proxy. */
  protected CacheCluster() {
    this.member = null;
    this.metrics = null;
  }

  /**
   * @param file the configuration, hazelcast.xml
   * @param cluster the cluster's name: the tier's
   * @param members host:port of the members to join, separated by commas
   * @param host the address to listen at
   * @param port the port to listen at
   * @param ttlSeconds how long an entry lives, in seconds
   * @param size about how many entries a cache holds
   * @param metrics where the caches tell what becomes of them
   */
  @Inject
  public CacheCluster(
      @ConfigProperty(name = "baton.cache.config") String file,
      @ConfigProperty(name = "baton.tier") String cluster,
      @ConfigProperty(name = "baton.cache.members") String members,
      @ConfigProperty(name = "baton.cache.host") String host,
      @ConfigProperty(name = "baton.cache.port") int port,
      @ConfigProperty(name = "baton.cache.ttl") int ttlSeconds,
      @ConfigProperty(name = "baton.cache.size") int size,
      MetricRegistry metrics)
      throws FileNotFoundException {
    Properties variables = new Properties();
    variables.setProperty("baton.tier", cluster);
    variables.setProperty("baton.cache.members", members);
    variables.setProperty("baton.cache.host", host);
    variables.setProperty("baton.cache.port", Integer.toString(port));
    variables.setProperty("baton.cache.ttl", Integer.toString(ttlSeconds));
    variables.setProperty("baton.cache.size", Integer.toString(size));
    Config config = new FileSystemXmlConfig(file, variables);
    config.setClassLoader(Thread.currentThread().getContextClassLoader());
    config
        .getSerializationConfig()
        .addSerializerConfig(
            new SerializerConfig()
                .setTypeClass(Slot.class)
                .setImplementation(new SlotSerializer()));
    this.metrics = metrics;
    this.member = Hazelcast.newHazelcastInstance(config);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // Joining takes seconds: it belongs to the start, not to the first user's request.
    member.getCluster().getMembers();
  }

  @PreDestroy
  void stop() {
    member.shutdown();
  }

  /** Leaves the cluster without a word, as a killed process does. */
  void kill() {
    member.getLifecycleService().terminate();
  }

  /**
   * A cache of this service, with the settings that hazelcast.xml has for all.
   *
   * @param name the same on all instances
   * @param type of its rows
   */
  public <K, V extends Versioned> CacheAside<K, V> cacheAside(
      String name, Class<V> type, HopTimings hops) {
    ICache<Object, Slot> cache = member.getCacheManager().getCache(name);
    CacheAside<K, V> rows = new CacheAside<>(cache, type, hops);
    CacheMetrics.publish(metrics, member.getCluster(), cache, rows.statistics());
    return rows;
  }
}
