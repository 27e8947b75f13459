package dev.baton.kit.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;

class InstanceGroupTest {

  private static final URI ONE = URI.create("http://127.0.0.1:9121");
  private static final URI TWO = URI.create("http://127.0.0.1:9122");
  private static final Duration REST = Duration.ofSeconds(2);

  private final AtomicLong now = new AtomicLong(1);
  private final List<URI> probed = new ArrayList<>();
  private final Set<URI> ready = new HashSet<>();
  private final InstanceGroup pair = group(ONE, TWO);

  @Test
  void bothInstancesAreUsed() {
    Map<URI, Integer> calls = answeredCalls(1000);

    assertThat(calls.get(ONE)).isGreaterThan(5);
    assertThat(calls.get(TWO)).isGreaterThan(5);
  }

  @Test
  void slowInstanceIsAskedLess() throws InterruptedException {
    Map<URI, Integer> calls = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Choice choice = pair.choose();
      calls.merge(choice.uri(), 1, Integer::sum);
      Thread.sleep(choice.uri().equals(ONE) ? 20 : 0);
      choice.answered();
    }

    assertThat(calls.get(ONE)).isLessThan(50);
  }

  @Test
  void failingInstanceIsLeftAlone() {
    fail(ONE);

    assertThat(answeredCalls(100)).containsOnlyKeys(TWO);
  }

  @Test
  void restIsFollowedByOneProbeThatIsNoUsersCall() {
    fail(ONE);
    answeredCalls(100);
    assertThat(probed).isEmpty();
    now.addAndGet(REST.toNanos());

    assertThat(answeredCalls(100)).containsOnlyKeys(TWO);
    assertThat(probed).containsExactly(ONE);
  }

  @Test
  void instanceThatSaysItIsReadyIsUsedAgain() {
    fail(ONE);
    now.addAndGet(REST.toNanos());
    ready.add(ONE);

    assertThat(answeredCalls(1000)).containsKeys(ONE, TWO);
    assertThat(probed).containsExactly(ONE);
  }

  @Test
  void probeWithoutAnAnswerIsFollowedByAnotherAfterAnotherRest() {
    fail(ONE);
    now.addAndGet(REST.toNanos());
    answeredCalls(100);
    now.addAndGet(REST.toNanos() - 1);
    answeredCalls(100);
    assertThat(probed).containsExactly(ONE);
    now.addAndGet(1);

    assertThat(answeredCalls(100)).containsOnlyKeys(TWO);
    assertThat(probed).containsExactly(ONE, ONE);
  }

  @Test
  void theLogTellsTheBeginAndTheEndOfAFailure() {
    List<String> told = new ArrayList<>();
    Logger log = Logger.getLogger(Member.class.getName());
    Handler listener = listener(told);
    log.addHandler(listener);
    try {
      fail(ONE);
      fail(ONE);
      now.addAndGet(REST.toNanos());
      ready.add(ONE);
      answeredCalls(100);
    } finally {
      log.removeHandler(listener);
    }

    assertThat(told)
        .containsExactly(
            "WARNING http://127.0.0.1:9121 is left alone for a while: no answer",
            "INFO http://127.0.0.1:9121 answers again");
  }

  private static Handler listener(List<String> told) {
    Handler listener =
        new StreamHandler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line.getLevel() + " " + getFormatter().formatMessage(line));
          }
        };
    listener.setFormatter(new SimpleFormatter());
    return listener;
  }

  @Test
  void withAllFailingOneIsStillTried() {
    fail(ONE);
    fail(TWO);

    assertThat(pair.choose().uri()).isIn(ONE, TWO);
  }

  @Test
  void secondTryGoesToTheOther() {
    for (int i = 0; i < 50; i++) {
      Choice first = pair.choose();
      Choice second = first.another().orElseThrow();

      assertThat(second.uri()).isNotEqualTo(first.uri());
      assertThat(second.another()).isEmpty();
      first.failed("no answer");
      second.answered();
    }
  }

  @Test
  void secondTryGoesToTheOtherEvenIfThatRests() {
    fail(ONE);
    Choice first = pair.choose();

    assertThat(first.uri()).isEqualTo(TWO);
    assertThat(first.another()).map(Choice::uri).contains(ONE);
  }

  @Test
  void loneInstanceHasNoOther() {
    assertThat(group(ONE).choose().another()).isEmpty();
  }

  @Test
  void instanceKeepsSchemePathAndPort() {
    URI secured = URI.create("https://b.example:9443/base");

    assertThat(group(secured).choose().uri()).isEqualTo(secured);
  }

  @Test
  void doubledInstanceIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> group(ONE, ONE));
  }

  @Test
  void instanceWithoutPortIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> group(URI.create("http://b.example")));
  }

  private InstanceGroup group(URI... uris) {
    return new InstanceGroup("service-b", List.of(uris), REST, this::probe, now::get);
  }

  private void probe(URI instance, Runnable answer) {
    probed.add(instance);
    if (ready.contains(instance)) {
      answer.run();
    }
  }

  private void fail(URI uri) {
    Choice choice = pair.choose();
    Choice meant = choice.uri().equals(uri) ? choice : choice.another().orElseThrow();
    meant.failed("no answer");
  }

  private Map<URI, Integer> answeredCalls(int count) {
    Map<URI, Integer> calls = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Choice choice = pair.choose();
      calls.merge(choice.uri(), 1, Integer::sum);
      choice.answered();
    }
    return calls;
  }
}
