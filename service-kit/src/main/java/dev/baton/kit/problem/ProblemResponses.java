package dev.baton.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Builds the answers of the exception mappers. */
final class ProblemResponses {

  private ProblemResponses() {}

  static Response of(ProblemException failure, HttpServletRequest request) {
    Response answer = failure.getResponse();
    Problem problem =
        new Problem(
            "about:blank",
            failure.title(),
            answer.getStatus(),
            failure.detail(),
            path(request),
            traceId(request));
    return with(Response.fromResponse(answer), problem);
  }

  static Response of(Response answer, String detail, HttpServletRequest request) {
    Problem problem = Problem.of(answer.getStatus(), detail, path(request), traceId(request));
    return with(Response.fromResponse(answer), problem);
  }

  private static Response with(Response.ResponseBuilder answer, Problem problem) {
    return answer
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem.toJson())
        .build();
  }

  private static String path(HttpServletRequest request) {
    return ShownPath.of(request.getRequestURI());
  }

  private static String traceId(HttpServletRequest request) {
    return TraceId.of(request);
  }
}
