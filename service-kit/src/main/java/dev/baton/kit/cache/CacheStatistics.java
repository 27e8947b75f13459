package dev.baton.kit.cache;

import java.util.concurrent.atomic.LongAdder;

/** What this instance has asked of one cache since it started. */
final class CacheStatistics {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder puts = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failures = new LongAdder();

  void looked(boolean found) {
    (found ? hits : misses).increment();
  }

  void offered(boolean taken) {
    (taken ? puts : refused).increment();
  }

  void failed() {
    failures.increment();
  }

  /** Rows found. */
  long hits() {
    return hits.sum();
  }

  /** Rows not found. */
  long misses() {
    return misses.sum();
  }

  /** Rows kept, read or written. */
  long puts() {
    return puts.sum();
  }

  /** Rows not kept because a newer one was there or a write came between. */
  long refused() {
    return refused.sum();
  }

  /** Times that the cache did not answer. */
  long failures() {
    return failures.sum();
  }
}
