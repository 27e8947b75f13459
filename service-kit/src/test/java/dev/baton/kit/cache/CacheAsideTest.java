package dev.baton.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.baton.kit.hops.HopTimings;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CacheAsideTest {
  private final HopTimings hops = new HopTimings("service-x");
  private final AtomicInteger loads = new AtomicInteger();

  private HazelcastInstance member;
  private CacheAside<String, String> rows;

  @BeforeEach
  void joinAlone() {
    Config config = new Config();
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    member = Hazelcast.newHazelcastInstance(config);
    CacheManager manager =
        Caching.getCachingProvider("com.hazelcast.cache.HazelcastMemberCachingProvider")
            .getCacheManager(
                URI.create("test"),
                getClass().getClassLoader(),
                HazelcastCachingProvider.propertiesByInstanceItself(member));
    Cache<String, String> cache =
        manager.createCache(
            "rows",
            new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    rows = new CacheAside<>(cache, hops);
  }

  @AfterEach
  void leave() {
    member.getLifecycleService().terminate();
  }

  @Test
  void missLoadsAndHitDoesNot() {
    assertThat(rows.get("a", this::load)).contains("row of a");
    assertThat(rows.get("a", this::load)).contains("row of a");

    assertThat(loads).hasValue(1);
  }

  @Test
  void hopsTellMissDatabaseAndHit() {
    rows.get("a", this::load);
    rows.get("a", this::load);

    assertThat(hops.header().replaceAll("dur=[0-9.]+", "dur=?"))
        .isEqualTo(
            "service-x.cache;dur=?;desc=\"miss\", service-x.db;dur=?,"
                + " service-x.cache;dur=?;desc=\"hit\"");
  }

  @Test
  void unknownRowIsNotRemembered() {
    assertThat(rows.get("a", key -> Optional.empty())).isEmpty();
    assertThat(rows.get("a", this::load)).contains("row of a");
  }

  @Test
  void concurrentMissesOfOneKeyLoadOnce() throws Exception {
    int callers = 16;
    CountDownLatch release = new CountDownLatch(1);
    CyclicBarrier together = new CyclicBarrier(callers + 1);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      var answers =
          IntStream.range(0, callers)
              .mapToObj(i -> threads.submit(() -> getWith(together, release)))
              .toList();
      together.await(10, TimeUnit.SECONDS);
      TimeUnit.MILLISECONDS.sleep(200); // so that all of them have missed before one has loaded
      release.countDown();
      for (Future<Optional<String>> answer : answers) {
        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("row of a");
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(loads).hasValue(1);
  }

  @Test
  void failedLoadIsTriedAgainByTheNextCaller() {
    assertThatThrownBy(
            () ->
                rows.get(
                    "a",
                    key -> {
                      throw new IllegalStateException("database away");
                    }))
        .hasMessage("database away");

    assertThat(rows.get("a", this::load)).contains("row of a");
  }

  @Test
  void deadCacheCostsADatabaseReadAndNothingElse() {
    member.getLifecycleService().terminate();

    assertThat(rows.get("a", this::load)).contains("row of a");
    assertThat(rows.get("a", this::load)).contains("row of a");
    assertThat(loads).hasValue(2);
  }

  private Optional<String> getWith(CyclicBarrier together, CountDownLatch release)
      throws Exception {
    together.await(10, TimeUnit.SECONDS);
    return rows.get(
        "a",
        key -> {
          await(release);
          return load(key);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> load(String key) {
    loads.incrementAndGet();
    return Optional.of("row of " + key);
  }
}
