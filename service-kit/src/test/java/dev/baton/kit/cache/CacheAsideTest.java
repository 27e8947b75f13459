package dev.baton.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.cache.CacheMembers.Text;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.trace.HopSpans;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One instance and its cache; each test has a key of its own. */
@Timeout(60)
class CacheAsideTest {
  private static final CacheMembers MEMBERS = new CacheMembers();

  private static CacheCluster member;

  private final HopTimings hops = new HopTimings("service-x", new HopSpans());
  private final AtomicInteger loads = new AtomicInteger();
  private final String key = UUID.randomUUID().toString();

  private CacheAside<String, Text> rows;

  @BeforeAll
  static void joinAlone() throws IOException {
    member = MEMBERS.join(600, 1000);
  }

  @AfterAll
  static void leave() {
    MEMBERS.stopAll();
  }

  @BeforeEach
  void use() {
    hops.begin();
    rows = member.cacheAside("rows", Text.class, hops);
  }

  @Test
  void missLoadsAndHitDoesNot() {
    assertThat(rows.get(key, this::load)).contains(row(1));
    assertThat(rows.get(key, this::load)).contains(row(1));

    assertThat(loads).hasValue(1);
  }

  @Test
  void hopsTellMissDatabaseAndHit() {
    rows.get(key, this::load);
    rows.get(key, this::load);

    assertThat(hops.header().replaceAll("dur=[0-9.]+", "dur=?"))
        .isEqualTo(
            "service-x.cache;dur=?;desc=\"miss\", service-x.db;dur=?,"
                + " service-x.cache;dur=?;desc=\"hit\"");
  }

  @Test
  void unknownRowIsNotRememberedAndTakesNoPlace() {
    long before = MEMBERS.gauge("entries");

    assertThat(rows.get(key, absent -> Optional.empty())).isEmpty();

    assertThat(MEMBERS.gauge("entries")).isEqualTo(before);
    assertThat(rows.get(key, this::load)).contains(row(1));
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
      for (Future<Optional<Text>> answer : answers) {
        assertThat(answer.get(10, TimeUnit.SECONDS)).contains(row(1));
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
                    key,
                    anyKey -> {
                      throw new IllegalStateException("database away");
                    }))
        .hasMessage("database away");

    assertThat(rows.get(key, this::load)).contains(row(1));
    assertThat(rows.get(key, this::load)).contains(row(1));
    assertThat(loads).hasValue(1);
  }

  @Test
  void writtenRowIsFound() {
    rows.put(key, row(2));

    assertThat(rows.get(key, this::load)).contains(row(2));
    assertThat(loads).hasValue(0);
  }

  @Test
  void rowReadBeforeAWriteDoesNotReplaceWhatWasWritten() {
    assertThat(rows.get(key, whileLoading(() -> rows.put(key, row(2))))).contains(row(1));

    assertThat(rows.get(key, this::load)).contains(row(2));
  }

  @Test
  void olderOfTwoWritesDoesNotReplaceTheNewer() {
    rows.put(key, row(3));
    rows.put(key, row(2));

    assertThat(rows.get(key, this::load)).contains(row(3));
  }

  @Test
  void newerWriteReplacesTheOlder() {
    rows.put(key, row(2));
    rows.put(key, row(3));

    assertThat(rows.get(key, this::load)).contains(row(3));
  }

  @Test
  void forgottenRowIsReadFromTheDatabaseEachTime() {
    rows.put(key, row(2));
    rows.forget(key);

    assertThat(rows.get(key, this::load)).contains(row(1));
    assertThat(rows.get(key, this::load)).contains(row(1));
    assertThat(loads).hasValue(2);
  }

  @Test
  void rowReadBeforeItWasForgottenDoesNotComeBack() {
    assertThat(rows.get(key, whileLoading(() -> rows.forget(key)))).contains(row(1));

    assertThat(rows.get(key, other -> Optional.of(row(2)))).contains(row(2));
  }

  @Test
  void rowWrittenAfterItWasForgottenIsFound() {
    rows.forget(key);
    rows.put(key, row(2));

    assertThat(rows.get(key, this::load)).contains(row(2));
  }

  @Test
  void requestAfterAWriteDoesNotShareALoadFromBeforeIt() {
    rows.get(
        key,
        whileLoading(
            () -> {
              rows.forget(key);
              assertThat(rows.get(key, other -> Optional.of(row(2)))).contains(row(2));
            }));
  }

  @Test
  void metricsTellHitsMissesPutsAndRefusals() {
    rows.get(key, this::load);
    rows.get(key, this::load);
    rows.get(key, this::load);
    rows.put(key, row(0));

    assertThat(MEMBERS.gauge("hits")).isEqualTo(2);
    assertThat(MEMBERS.gauge("misses")).isEqualTo(1);
    assertThat(MEMBERS.gauge("puts")).isEqualTo(1);
    assertThat(MEMBERS.gauge("puts_refused")).isEqualTo(1);
    assertThat(MEMBERS.gauge("failures")).isZero();
  }

  private Optional<Text> getWith(CyclicBarrier together, CountDownLatch release) throws Exception {
    together.await(10, TimeUnit.SECONDS);
    return rows.get(
        key,
        missed -> {
          await(release);
          return load(missed);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Function<String, Optional<Text>> whileLoading(Runnable write) {
    return missed -> {
      Optional<Text> before = load(missed);
      write.run();
      return before;
    };
  }

  private Optional<Text> load(String missed) {
    loads.incrementAndGet();
    return Optional.of(row(1));
  }

  private static Text row(long version) {
    return new Text("version " + version, version);
  }
}
