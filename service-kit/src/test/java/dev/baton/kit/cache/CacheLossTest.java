package dev.baton.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.cache.CacheMembers.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances of a service, of which one loses its cache member. */
@Timeout(60)
class CacheLossTest {
  private final CacheMembers members = new CacheMembers();

  private CacheCluster first;
  private CacheAside<String, Text> here;
  private CacheAside<String, Text> there;

  @BeforeEach
  void joinTwo() throws IOException {
    first = members.join(600, 1000);
    here = CacheMembers.rows(first);
    there = CacheMembers.rows(members.join(600, 1000));
  }

  @AfterEach
  void stopAll() {
    members.stopAll();
  }

  @Test
  void lostMemberCostsNoRow() {
    keys(50).forEach(key -> here.put(key, row(1)));

    first.kill();

    for (String key : keys(50)) {
      assertThat(there.get(key, this::unexpected)).contains(row(1));
    }
  }

  @Test
  void whoIsLeftTellsThatTheOtherIsGone() throws InterruptedException {
    assertThat(members.gauge("members")).isEqualTo(2);

    first.kill();

    while (members.gauge("members") != 1) {
      Thread.sleep(50);
    }
  }

  @Test
  void instanceWithoutItsCacheReadsTheDatabaseWithoutDelay() {
    here.put("a", row(1));
    first.kill();

    long started = System.nanoTime();
    for (long version = 2; version < 12; version++) {
      Text changed = row(version);
      assertThat(here.get("a", key -> Optional.of(changed))).contains(changed);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    assertThat(here.statistics().failures()).isEqualTo(1);
  }

  private Optional<Text> unexpected(String key) {
    throw new AssertionError("the cache should have had " + key);
  }

  private static Iterable<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "key " + i)::iterator;
  }

  private static Text row(long version) {
    return new Text("version " + version, version);
  }
}
