package dev.baton.kit.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownstreamProblemsTest {

  private final DownstreamProblems problems = new DownstreamProblems();

  @Test
  void onlyFailuresAreItsBusiness() {
    assertThat(problems.handles(399, new MultivaluedHashMap<>())).isFalse();
    assertThat(problems.handles(400, new MultivaluedHashMap<>())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 412, 422, 428})
  void whatConcernsTheUserComesThrough(int status) {
    ProblemException problem =
        problemOf(status, "{\"title\":\"Their title\",\"detail\":\"Their detail.\"}");

    assertThat(problem.getResponse().getStatus()).isEqualTo(status);
    assertThat(problem.title()).isEqualTo("Their title");
    assertThat(problem.detail()).isEqualTo("Their detail.");
  }

  @Test
  void aChallengeComesThrough() {
    Response answer =
        answer(
            Response.status(401).header("WWW-Authenticate", "Bearer realm=\"baton\"").build(),
            "{}");

    assertThat(
            ((ProblemException) problems.toThrowable(answer))
                .getResponse()
                .getHeaderString("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"baton\"");
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "429"})
  void anOutageIs503(int status) {
    ProblemException problem = problemOf(status, "{\"detail\":\"internal text\"}");

    assertThat(problem.getResponse().getStatus()).isEqualTo(503);
    assertThat(problem.getResponse().getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(problem.detail()).doesNotContain("internal");
  }

  @Test
  void theirRetryAfterIsKept() {
    Response answer = answer(Response.status(503).header("Retry-After", "7").build(), "");

    assertThat(
            ((ProblemException) problems.toThrowable(answer))
                .getResponse()
                .getHeaderString("Retry-After"))
        .isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405, 406, 415})
  void whatThisServiceAskedWronglyIs502(int status) {
    assertThat(problemOf(status, "{}").getResponse().getStatus()).isEqualTo(502);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"detail\":5}", "[]"})
  void aBodyThatIsNoProblemLeavesTheStatus(String body) {
    ProblemException problem = problemOf(404, body);

    assertThat(problem.getResponse().getStatus()).isEqualTo(404);
    assertThat(problem.title()).isEqualTo("Not Found");
    assertThat(problem.detail()).isNull();
  }

  @Test
  void aServerWhoseApplicationIsNotThereYetIsNoRefusal() {
    ProblemException problem = problemOf(404, "The application is not started.");

    assertThat(problem.getResponse().getStatus()).isEqualTo(503);
    assertThat(problem.getResponse().getHeaderString("Retry-After")).isEqualTo("1");
  }

  private ProblemException problemOf(int status, String body) {
    return (ProblemException) problems.toThrowable(answer(Response.status(status).build(), body));
  }

  /** A response as a client gets it: its body can be read. */
  private static Response answer(Response built, String body) {
    InputStream entity = new ByteArrayInputStream(body.getBytes(UTF_8));
    return Response.fromResponse(built).entity(entity).build();
  }
}
