package dev.baton.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "40001", "53300", "57P01", "57P03", "58030", "XJ004"})
  void aDatabaseThatIsAwayFullOrBusyIs503(String state) {
    assertUnavailable(new PersistenceException(new SQLException("secret", state)));
  }

  @Test
  void aPoolWithoutAConnectionIs503() {
    assertUnavailable(new PersistenceException(new SQLTransientConnectionException("secret")));
  }

  @Test
  void aCommitThatFailedIs503() {
    assertUnavailable(new TransactionalException("secret", new RollbackException("secret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42X01", "22003", "23505"})
  void aStatementThatIsWrongIs500(String state) {
    assertThat(statusOf(new PersistenceException(new SQLException("secret", state))))
        .isEqualTo(500);
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
