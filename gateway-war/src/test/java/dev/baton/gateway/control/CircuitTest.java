package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final Duration OPEN = Duration.ofSeconds(1);

  private final AtomicLong now = new AtomicLong();
  private final Circuit circuit = new Circuit(OPEN, now::get);

  @Test
  void tenFailuresAmongTwentyOpenIt() {
    fail(9);
    assertThat(circuit.admits()).isTrue();

    fail(1);
    assertThat(circuit.admits()).isFalse();
  }

  @Test
  void oldFailuresAreForgotten() {
    fail(9);
    IntStream.range(0, 20).forEach(i -> circuit.answered());
    fail(9);

    assertThat(circuit.admits()).isTrue();
  }

  @Test
  void openCircuitLetsOnePassInEachPeriod() {
    fail(10);
    now.addAndGet(OPEN.toNanos());

    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.admits()).isFalse();
  }

  @Test
  void answerClosesIt() {
    fail(10);
    now.addAndGet(OPEN.toNanos());
    circuit.admits();
    circuit.answered();

    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.admits()).isTrue();
  }

  @Test
  void failedTrialKeepsItOpen() {
    fail(10);
    now.addAndGet(OPEN.toNanos());
    circuit.admits();
    fail(1);
    now.addAndGet(OPEN.toNanos() - 1);

    assertThat(circuit.admits()).isFalse();
  }

  private void fail(int times) {
    IntStream.range(0, times).forEach(i -> circuit.failed());
  }
}
