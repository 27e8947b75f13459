package dev.baton.kit.cache;

import com.hazelcast.cache.ICache;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads through a cache: a hit answers, a miss loads from the database and remembers.
 *
 * <p>A value loaded before a write never replaces what the write left: the load takes a lease of
 * the key's place first, every write takes the lease away, and of two written values the one with
 * the higher version stays.
 *
 * <p>Threads of this instance that miss the same key at once share one load. A cache that fails is
 * left out: the database answers, and the request does not notice.
 *
 * @param <K> the row's key
 * @param <V> the row, without anything that depends on who asks
 */
public final class CacheAside<K, V extends Versioned> {
  private static final Logger LOG = Logger.getLogger(CacheAside.class.getName());

  private static final long LOAD_SECONDS = 2;
  private static final long DOUBT_MILLIS = 10_000;
  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ICache<Object, Slot> cache;
  private final Class<V> type;
  private final HopTimings hops;
  private final CacheStatistics statistics = new CacheStatistics();
  private final ConcurrentMap<K, CompletableFuture<Optional<V>>> loading =
      new ConcurrentHashMap<>();

  private volatile long failedAt = System.nanoTime() - REST_NANOS;

  CacheAside(ICache<Object, Slot> cache, Class<V> type, HopTimings hops) {
    this.cache = cache;
    this.type = type;
    this.hops = hops;
  }

  /**
   * The row of a key.
   *
   * @param load reads it from the database; empty where there is none, which is not remembered
   */
  public Optional<V> get(K key, Function<K, Optional<V>> load) {
    long started = System.nanoTime();
    Optional<V> cached = lookUp(key);
    statistics.looked(cached.isPresent());
    hops.add("cache", cached.isPresent() ? "hit" : "miss", System.nanoTime() - started);
    return cached.isPresent() ? cached : loadOnce(key, load);
  }

  /**
   * Remembers a row that was written, for all instances. To be called after the commit and before
   * the answer, so that whoever has the answer finds what was written.
   */
  public void put(K key, V committed) {
    loading.remove(key);
    tell(() -> cache.invoke(key, SlotChange.WRITE, new Slot.Row(committed)))
        .ifPresent(statistics::offered);
  }

  /**
   * Forgets a row for all instances, after a write that was rolled back or whose outcome is
   * unknown. For ten seconds the database answers for it, because a commit may still be under way.
   */
  public void forget(K key) {
    loading.remove(key);
    tell(() -> cache.invoke(key, SlotChange.DOUBT, DOUBT_MILLIS));
  }

  CacheStatistics statistics() {
    return statistics;
  }

  private Optional<V> loadOnce(K key, Function<K, Optional<V>> load) {
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<V>> others = loading.putIfAbsent(key, mine);
    long started = System.nanoTime();
    try {
      return others == null ? loadAndShare(key, load, mine) : join(others);
    } finally {
      hops.add("db", others == null ? "" : "shared", System.nanoTime() - started);
    }
  }

  private Optional<V> loadAndShare(
      K key, Function<K, Optional<V>> load, CompletableFuture<Optional<V>> promise) {
    try {
      Optional<V> row = loadUnderLease(key, load);
      promise.complete(row);
      return row;
    } catch (RuntimeException | Error failed) {
      promise.completeExceptionally(failed);
      throw failed;
    } finally {
      loading.remove(key, promise);
    }
  }

  private Optional<V> loadUnderLease(K key, Function<K, Optional<V>> load) {
    long ticket = ThreadLocalRandom.current().nextLong();
    boolean leased = ask(() -> cache.invoke(key, SlotChange.LEASE, ticket)).orElse(false);
    Optional<V> row = Optional.empty();
    try {
      row = load.apply(key);
      return row;
    } finally {
      if (leased) {
        settle(key, ticket, row);
      }
    }
  }

  private void settle(K key, long ticket, Optional<V> row) {
    if (row.isEmpty()) {
      tell(() -> cache.invoke(key, SlotChange.RELEASE, ticket));
      return;
    }
    tell(() -> cache.invoke(key, SlotChange.FILL, ticket, new Slot.Row(row.get())))
        .ifPresent(statistics::offered);
  }

  private Optional<V> join(CompletableFuture<Optional<V>> others) {
    try {
      return others.get(LOAD_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      throw ProblemException.unavailable("The database is slow.", 1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("The server is being stopped.", 1);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The load that this request shared", failed.getCause());
    }
  }

  private Optional<V> lookUp(K key) {
    Optional<Slot> slot = ask(() -> cache.get(key));
    return slot.isPresent() && slot.get() instanceof Slot.Row row
        ? Optional.of(type.cast(row.value()))
        : Optional.empty();
  }

  // A cache that did not answer is not asked for a second: each request would wait for it again.
  private <R> Optional<R> ask(Supplier<R> question) {
    return System.nanoTime() - failedAt < REST_NANOS ? Optional.empty() : tell(question);
  }

  // A write is told in any case: what it leaves untold is wrong until it has outlived its time.
  private <R> Optional<R> tell(Supplier<R> message) {
    try {
      return Optional.ofNullable(message.get());
    } catch (RuntimeException trouble) {
      failedAt = System.nanoTime();
      statistics.failed();
      LOG.log(
          Level.WARNING, "Cache {0} does not answer: {1}", new Object[] {cache.getName(), trouble});
      return Optional.empty();
    }
  }
}
