package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something, and no longer than it may take. */
record Waiting(Duration patience) {
  private static final Duration PAUSE = Duration.ofMillis(200);

  static Waiting within(Duration patience) {
    return new Waiting(patience);
  }

  /** Fails when it does not come in time. */
  void until(String what, BooleanSupplier met) {
    assertThat(comes(met)).as("%s within %s", what, patience).isTrue();
  }

  /** Whether it comes in time. */
  boolean comes(BooleanSupplier met) {
    Instant end = Instant.now().plus(patience);
    while (!met.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
