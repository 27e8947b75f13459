package dev.baton.kit.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BalancedClientTest {

  private static final String PAIR = "http://127.0.0.1:9121,http://127.0.0.1:9122";

  private final List<URI> called = new ArrayList<>();

  @Test
  void answerOfTheFirstInstanceIsReturned() {
    assertThat(client(PAIR, 3000).call(Wire::answer)).isEqualTo("answer");
    assertThat(called).hasSize(1);
  }

  @Test
  void unreachableInstanceIsFollowedByTheOther() {
    String answer = client(PAIR, 3000).call(failingOnce(new ProcessingException(refused())));

    assertThat(answer).isEqualTo("answer");
    assertThat(called).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void instanceThatCannotServeIsFollowedByTheOther() {
    String answer =
        client(PAIR, 3000).call(failingOnce(ProblemException.unavailable("pool is full", 1)));

    assertThat(answer).isEqualTo("answer");
    assertThat(called).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void instanceThatCannotServeIsQuotedWhereTheOtherIsGone() {
    ProblemException considered = ProblemException.unavailable("pool is full", 7);
    AtomicBoolean gone = new AtomicBoolean();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                client(PAIR, 3000)
                    .call(
                        wire -> {
                          wire.answer();
                          throw gone.getAndSet(true)
                              ? new ProcessingException(refused())
                              : considered;
                        }))
        .isSameAs(considered);
    assertThat(called).hasSize(2);
  }

  @Test
  void refusalComesThroughWithoutSecondTry() {
    ProblemException refusal = ProblemException.notFound("no such sku");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client(PAIR, 3000).call(failingOnce(refusal)))
        .isSameAs(refusal);
    assertThat(called).hasSize(1);
  }

  @Test
  void missingTokenIsNoFaultOfTheInstance() {
    ProblemException refusal = ProblemException.unauthorized("Bearer", "no token");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client(PAIR, 3000).call(failingOnce(new ProcessingException(refusal))))
        .isSameAs(refusal);
    assertThat(called).hasSize(1);
  }

  @Test
  void loneInstanceIsTriedOnce() {
    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> client("http://127.0.0.1:9121", 3000).call(alwaysRefused()));
    assertThat(called).hasSize(1);
  }

  @Test
  void noSecondTryBeyondTheBudget() {
    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> client(PAIR, 999).call(alwaysRefused()));
    assertThat(called).hasSize(1);
  }

  @Test
  void serviceThatFailsAsAWholeSeesNoStorm() {
    BalancedClient<Wire> client = client(PAIR, 3000);
    for (int i = 0; i < 1000; i++) {
      catchThrowableOfType(NoAnswerException.class, () -> client.call(alwaysRefused()));
    }

    assertThat(called).hasSize(1100);
  }

  @Test
  void noAnswerIs503WithRetryAfterAndWithoutAddress() {
    NoAnswerException failure =
        catchThrowableOfType(
            NoAnswerException.class, () -> client(PAIR, 3000).call(alwaysRefused()));

    assertThat(failure.getResponse().getStatus()).isEqualTo(503);
    assertThat(failure.getResponse().getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(failure.detail()).isEqualTo("A service behind this one does not answer.");
  }

  private BalancedClient<Wire> client(String instances, long budget) {
    CallSettings settings = new CallSettings(250, 1000, budget, 2000, 10);
    ReadinessProbe probe = new ReadinessProbe(settings, new InternalTls("off"));
    Instances found =
        new Instances(Configs.of("baton.service.b.instances", instances), settings, probe);
    return new BalancedClient<>("service-b", found, settings, uri -> new Wire(uri, called));
  }

  private static java.util.function.Function<Wire, String> failingOnce(RuntimeException failure) {
    AtomicBoolean failed = new AtomicBoolean();
    return wire -> {
      String answer = wire.answer();
      if (failed.compareAndSet(false, true)) {
        throw failure;
      }
      return answer;
    };
  }

  private static java.util.function.Function<Wire, String> alwaysRefused() {
    return wire -> {
      wire.answer();
      throw new ProcessingException(refused());
    };
  }

  private static ConnectException refused() {
    return new ConnectException("Connection refused");
  }

  private record Wire(URI uri, List<URI> called) {
    String answer() {
      called.add(uri);
      return "answer";
    }
  }
}
