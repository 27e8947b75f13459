package dev.baton.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.cache.CacheMembers.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two instances of a service, with the configuration that servers have; each test has its own keys.
 */
@Timeout(60)
class CacheClusterTest {
  private static final int TTL_SECONDS = 3;
  private static final int SIZE = 1000;

  private static final CacheMembers MEMBERS = new CacheMembers();

  private static CacheAside<String, Text> here;
  private static CacheAside<String, Text> there;

  private final String test = UUID.randomUUID().toString();

  @BeforeAll
  static void joinTwo() throws IOException {
    here = CacheMembers.rows(MEMBERS.join(TTL_SECONDS, SIZE));
    there = CacheMembers.rows(MEMBERS.join(TTL_SECONDS, SIZE));
  }

  @AfterAll
  static void stopAll() {
    MEMBERS.stopAll();
  }

  @Test
  void writeOfOneInstanceIsFoundByTheOther() {
    for (String key : keys(50)) {
      here.put(key, row(1));

      assertThat(there.get(key, this::unexpected)).contains(row(1));
    }
  }

  @Test
  void rowReadHereBeforeAWriteThereIsNotKept() {
    for (String key : keys(50)) {
      here.get(
          key,
          missed -> {
            there.put(missed, row(2));
            return Optional.of(row(1));
          });

      assertThat(here.get(key, this::unexpected)).contains(row(2));
      assertThat(there.get(key, this::unexpected)).contains(row(2));
    }
  }

  @Test
  void rowReadHereBeforeItWasForgottenThereIsNotKept() {
    for (String key : keys(50)) {
      here.get(
          key,
          missed -> {
            there.forget(missed);
            return Optional.of(row(1));
          });

      assertThat(here.get(key, missed -> Optional.of(row(2)))).contains(row(2));
    }
  }

  @Test
  void rowOutlivesItsTimeNowhere() throws InterruptedException {
    here.put(test, row(1));
    TimeUnit.SECONDS.sleep(TTL_SECONDS + 1);

    assertThat(there.get(test, key -> Optional.of(row(2)))).contains(row(2));
  }

  @Test
  void cacheIsBoundedAndTellsWhatItDrops() {
    int written = 5 * SIZE;
    keys(written).forEach(key -> there.put(key, row(1)));

    // Hazelcast bounds each partition, with room for an uneven spread: a small cache may double.
    assertThat(MEMBERS.gauge("entries")).isPositive().isLessThan(2 * SIZE);
    assertThat(MEMBERS.gauge("evictions")).isPositive();
  }

  private Optional<Text> unexpected(String key) {
    throw new AssertionError("the cache should have had " + key);
  }

  private Iterable<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> test + i)::iterator;
  }

  private static Text row(long version) {
    return new Text("version " + version, version);
  }
}
