package dev.baton.kit.cache;

import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.cache.Cache;

/**
 * Reads through a cache: a hit answers, a miss loads from the database and remembers.
 *
 * <p>Threads of this instance that miss the same key at once share one load. A cache that fails is
 * left out: the database answers, and the request does not notice.
 *
 * @param <K> the row's key
 * @param <V> the row, without anything that depends on who asks
 */
public final class CacheAside<K, V> {
  private static final Logger LOG = Logger.getLogger(CacheAside.class.getName());

  private static final long LOAD_SECONDS = 2;

  private final Cache<K, V> cache;
  private final HopTimings hops;
  private final ConcurrentMap<K, CompletableFuture<Optional<V>>> loading =
      new ConcurrentHashMap<>();

  public CacheAside(Cache<K, V> cache, HopTimings hops) {
    this.cache = cache;
    this.hops = hops;
  }

  /**
   * The row of a key.
   *
   * @param load reads it from the database; empty where there is none, which is not remembered
   */
  public Optional<V> get(K key, Function<K, Optional<V>> load) {
    long started = System.nanoTime();
    V cached = lookUp(key);
    hops.add("cache", cached == null ? "miss" : "hit", System.nanoTime() - started);
    return cached == null ? loadOnce(key, load) : Optional.of(cached);
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
      Optional<V> row = load.apply(key);
      row.ifPresent(value -> remember(key, value));
      promise.complete(row);
      return row;
    } catch (RuntimeException | Error failed) {
      promise.completeExceptionally(failed);
      throw failed;
    } finally {
      loading.remove(key, promise);
    }
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

  private V lookUp(K key) {
    try {
      return cache.get(key);
    } catch (RuntimeException trouble) {
      LOG.log(
          Level.WARNING, "Cache {0} does not answer: {1}", new Object[] {cache.getName(), trouble});
      return null;
    }
  }

  private void remember(K key, V value) {
    try {
      cache.put(key, value);
    } catch (RuntimeException trouble) {
      LOG.log(
          Level.WARNING, "Cache {0} does not store: {1}", new Object[] {cache.getName(), trouble});
    }
  }
}
