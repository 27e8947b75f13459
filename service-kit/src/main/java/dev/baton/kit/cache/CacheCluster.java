package dev.baton.kit.cache;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This instance's Hazelcast member, one cluster per service, and the JCache caches in it. */
@ApplicationScoped
public class CacheCluster {
  private static final String SETTINGS = "default";
  private static final String PROVIDER = "com.hazelcast.cache.HazelcastMemberCachingProvider";

  private final HazelcastInstance member;
  private final CacheManager caches;

  /** For the container's client proxy. */
  protected CacheCluster() {
    this.member = null;
    this.caches = null;
  }

  /**
   * @param file the configuration, hazelcast.xml
   * @param cluster the cluster's name: the tier's
   * @param members host:port of the members to join, separated by commas
   * @param host the address to listen at
   * @param port the port to listen at
   * @param ttlSeconds how long an entry lives, in seconds
   * @param size how many entries a cache holds on one member
   */
  @Inject
  public CacheCluster(
      @ConfigProperty(name = "baton.cache.config") String file,
      @ConfigProperty(name = "baton.tier") String cluster,
      @ConfigProperty(name = "baton.cache.members") String members,
      @ConfigProperty(name = "baton.cache.host") String host,
      @ConfigProperty(name = "baton.cache.port") int port,
      @ConfigProperty(name = "baton.cache.ttl") int ttlSeconds,
      @ConfigProperty(name = "baton.cache.size") int size)
      throws FileNotFoundException {
    Properties variables = new Properties();
    variables.setProperty("baton.tier", cluster);
    variables.setProperty("baton.cache.members", members);
    variables.setProperty("baton.cache.host", host);
    variables.setProperty("baton.cache.port", Integer.toString(port));
    variables.setProperty("baton.cache.ttl", Integer.toString(ttlSeconds));
    variables.setProperty("baton.cache.size", Integer.toString(size));
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    Config config = new FileSystemXmlConfig(file, variables);
    config.setClassLoader(application);
    this.member = Hazelcast.newHazelcastInstance(config);
    CachingProvider provider = Caching.getCachingProvider(PROVIDER, application);
    this.caches =
        provider.getCacheManager(
            URI.create("baton"),
            application,
            HazelcastCachingProvider.propertiesByInstanceItself(member));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // Joining takes seconds: it belongs to the start, not to the first user's request.
    member.getCluster().getMembers();
  }

  @PreDestroy
  void stop() {
    member.shutdown();
  }

  /** A cache of this service, with the settings that hazelcast.xml has for all. */
  public <K, V> Cache<K, V> cache(String name, Class<K> key, Class<V> value) {
    CacheSimpleConfig settings =
        new CacheSimpleConfig(member.getConfig().findCacheConfig(SETTINGS));
    settings.setName(name).setKeyType(key.getName()).setValueType(value.getName());
    member.getConfig().addCacheConfig(settings);
    return caches.getCache(name, key, value);
  }
}
