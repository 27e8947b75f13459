package dev.baton.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Builds the answers of the exception mappers. */
final class ProblemResponses {

  private ProblemResponses() {}

  static Response of(ProblemException failure, UriInfo uri, HttpHeaders headers) {
    Response answer = failure.getResponse();
    Problem problem =
        new Problem(
            "about:blank",
            failure.title(),
            answer.getStatus(),
            failure.detail(),
            path(uri),
            traceId(headers));
    return with(Response.fromResponse(answer), problem);
  }

  static Response of(Response answer, String detail, UriInfo uri, HttpHeaders headers) {
    Problem problem = Problem.of(answer.getStatus(), detail, path(uri), traceId(headers));
    return with(Response.fromResponse(answer), problem);
  }

  private static Response with(Response.ResponseBuilder answer, Problem problem) {
    return answer
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem.toJson())
        .build();
  }

  private static String path(UriInfo uri) {
    return ShownPath.of(uri.getRequestUri().getRawPath());
  }

  private static String traceId(HttpHeaders headers) {
    return TraceId.of(headers.getHeaderString(TraceId.HEADER));
  }
}
