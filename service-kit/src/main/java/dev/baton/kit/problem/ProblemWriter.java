package dev.baton.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a servlet request with a problem document. */
public final class ProblemWriter {

  private ProblemWriter() {}

  /**
   * Writes the problem as the whole answer. Headers that were set before stay; does nothing when
   * the answer has begun already.
   *
   * @throws IOException when the client is gone
   */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    write(response, Problem.of(status, detail, pathOf(request), traceIdOf(request)));
  }

  /**
   * Writes the problem as the whole answer. Headers that were set before stay; does nothing when
   * the answer has begun already.
   *
   * @throws IOException when the client is gone
   */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = problem.toJson().getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String pathOf(HttpServletRequest request) {
    return ShownPath.of(request.getRequestURI());
  }

  private static String traceIdOf(HttpServletRequest request) {
    return TraceId.of(request);
  }
}
