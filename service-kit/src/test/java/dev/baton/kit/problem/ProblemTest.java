package dev.baton.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import dev.baton.kit.json.StrictJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void itsStatusDescribesIt() throws Exception {
    assertThat(StrictJson.object(Problem.of(404, "No such order.", "/orders/1", "t").toJson()))
        .isEqualTo(
            Map.of(
                "type", "about:blank",
                "title", "Not Found",
                "status", 404L,
                "detail", "No such order.",
                "instance", "/orders/1",
                "traceId", "t"));
  }

  @Test
  void statusesThatJakartaDoesNotNameHaveATitle() {
    assertThat(Problem.titleOf(422)).isEqualTo("Unprocessable Content");
    assertThat(Problem.titleOf(599)).isEqualTo("Status 599");
  }

  @Test
  void isWrittenAsTheWholeAnswer() throws Exception {
    Servlets call = new Servlets().path("/orders/1;jsessionid=1");
    ProblemWriter.write(call.request(), call.response(), 503, "Later.");

    assertThat(call.status).isEqualTo(503);
    assertThat(call.answered("Content-Type")).isEqualTo("application/problem+json");
    assertThat(call.answered("Cache-Control")).isEqualTo("no-store");
    assertThat(call.answered("Content-Length")).isEqualTo(String.valueOf(call.body().length()));
    assertThat(StrictJson.object(call.body())).containsEntry("instance", "/orders/1");
  }

  @Test
  void anAnswerThatHasBegunIsLeftAlone() throws Exception {
    Servlets call = new Servlets();
    call.committed = true;
    ProblemWriter.write(call.request(), call.response(), 503, "Later.");

    assertThat(call.body()).isEmpty();
  }

  @Test
  void theErrorPageTellsTheRequestThatFailed() throws Exception {
    Servlets call =
        new Servlets()
            .path("/.problem")
            .attribute("jakarta.servlet.error.status_code", 404)
            .attribute("jakarta.servlet.error.request_uri", "/WEB-INF/web.xml");
    new ProblemPage().service(call.request(), call.response());

    assertThat(call.status).isEqualTo(404);
    assertThat(StrictJson.object(call.body()))
        .containsEntry("instance", "/WEB-INF/web.xml")
        .containsEntry("detail", "There is nothing at this address.");
  }

  @Test
  void theErrorPageAskedForByItselfIsNotThere() throws Exception {
    Servlets call = new Servlets().path("/.problem");
    new ProblemPage().service(call.request(), call.response());

    assertThat(call.status).isEqualTo(404);
  }
}
