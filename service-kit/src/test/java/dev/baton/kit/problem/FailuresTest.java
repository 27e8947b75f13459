package dev.baton.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void whatNobodyExpectedIs500WithoutAWord() {
    ProblemException problem = AnyFailureMapper.problemOf(new IllegalStateException("secret"));

    assertThat(problem.getResponse().getStatus()).isEqualTo(500);
    assertThat(problem.detail()).isNull();
  }

  @Test
  void anOpenCircuitAndATimeoutAre503() {
    assertUnavailable(new CircuitBreakerOpenException("secret"));
    assertUnavailable(new TimeoutException("secret"));
  }

  @Test
  void aServiceThatIsNotThereIs503() {
    assertUnavailable(new ProcessingException(new ConnectException("secret")));
  }

  @Test
  void aBrokenClientIs500() {
    assertThat(statusOf(new ProcessingException("secret"))).isEqualTo(500);
  }

  @Test
  void aBodyThatCannotBeReadIs400() {
    assertThat(statusOf(new ProcessingException(new JsonbException("secret")))).isEqualTo(400);
  }

  @Test
  void aProblemInsideAnotherFailureKeepsItsMeaning() {
    ProblemException refused = ProblemException.unauthorized("Bearer", "No token.");

    assertThat(AnyFailureMapper.problemOf(new ProcessingException(refused))).isSameAs(refused);
  }

  private static void assertUnavailable(Throwable failure) {
    ProblemException problem = AnyFailureMapper.problemOf(failure);

    assertThat(problem.getResponse().getStatus()).isEqualTo(503);
    assertThat(problem.getResponse().getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(problem.detail()).doesNotContain("secret");
  }

  private static int statusOf(Throwable failure) {
    return AnyFailureMapper.problemOf(failure).getResponse().getStatus();
  }
}
