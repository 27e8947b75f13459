package dev.baton.tests.chain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/** What every error of every tier looks like (RFC 9457, section 3). */
public final class Problems {

  private Problems() {}

  /**
   * Fails unless the answer is a problem document of this status, and tells nothing of the inside.
   */
  public static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.keySet()).contains("type", "title", "detail", "instance", "traceId");
    assertThat(answer.body())
        .doesNotContainIgnoringCase("exception", "dev.baton", "liberty", "\tat ");
  }
}
