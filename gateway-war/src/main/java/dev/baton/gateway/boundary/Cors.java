package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.CorsOrigins;
import dev.baton.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers which pages may call the API (WHATWG Fetch, section 3.2). */
record Cors(CorsOrigins origins) {

  private static final String ORIGIN = "Origin";
  private static final String METHODS = "DELETE, GET, HEAD, PATCH, POST, PUT";
  private static final String REQUEST_HEADERS =
      "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, "
          + "traceparent, X-Request-Id";
  private static final String ANSWER_HEADERS =
      "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Server-Timing, "
          + "WWW-Authenticate, X-Request-Id";
  private static final String SECONDS_TO_REMEMBER = "600";

  /** Adds what an allowed page needs to read the answer. */
  void mark(HttpServletRequest request, HttpServletResponse response) {
    if (!origins.isOpen()) {
      return;
    }
    response.addHeader("Vary", ORIGIN);
    String origin = request.getHeader(ORIGIN);
    if (origins.allow(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }
  }

  /** Whether a browser asks before the request itself; it sends no token with that. */
  boolean isPreflight(HttpServletRequest request) {
    return origins.isOpen()
        && request.getMethod().equals("OPTIONS")
        && request.getHeader(ORIGIN) != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  void answerPreflight(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!origins.allow(request.getHeader(ORIGIN))) {
      ProblemWriter.write(
          request, response, HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not.");
      return;
    }
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
    response.setHeader("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
