package dev.baton.gateway.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests from waiting for a service that does not answer: after ten failures among the last
 * twenty calls it is not asked at all for a while, then by one request at a time until that is
 * answered.
 */
final class Circuit {

  private static final int WINDOW = 20;
  private static final int FAILURES = 10;

  private final long openNanos;
  private final LongSupplier clock;
  private int outcomes;
  private boolean open;
  private long nextTrial;

  Circuit(Duration open) {
    this(open, System::nanoTime);
  }

  Circuit(Duration open, LongSupplier clock) {
    this.openNanos = open.toNanos();
    this.clock = clock;
  }

  /** Whether a call may be made; an open circuit lets one pass in each period. */
  synchronized boolean admits() {
    if (!open) {
      return true;
    }
    long now = clock.getAsLong();
    if (now - nextTrial < 0) {
      return false;
    }
    nextTrial = now + openNanos;
    return true;
  }

  /** A call was answered, whatever the answer said. */
  synchronized void answered() {
    if (open) {
      open = false;
      outcomes = 0;
    }
    record(0);
  }

  /** A call got no answer from any instance. */
  synchronized void failed() {
    record(1);
    if (Integer.bitCount(outcomes) >= FAILURES) {
      open = true;
      nextTrial = clock.getAsLong() + openNanos;
    }
  }

  private void record(int failure) {
    outcomes = (outcomes << 1 | failure) & ((1 << WINDOW) - 1);
  }
}
