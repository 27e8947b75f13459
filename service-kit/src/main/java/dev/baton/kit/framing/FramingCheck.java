package dev.baton.kit.framing;

import dev.baton.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses a request whose end or whose host two readers could take for different ones, and cuts its
 * connection: what is taken for the next request could be the rest of this one.
 */
public class FramingCheck extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String DETAIL = "The request is not well-formed HTTP.";
  private static final String OLD = "HTTP/1.0";
  private static final Set<String> PROTOCOLS = Set.of(OLD, "HTTP/1.1", "HTTP/2.0", "HTTP/2");
  private static final Set<String> WITH_BODY = Set.of("PATCH", "POST", "PUT");
  private static final String NEVER_PLAIN = "\"<>\\^`{|}";
  private static final char DELETE = 0x7f;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isPlain =
        PROTOCOLS.contains(request.getProtocol())
            && hasOneHost(request)
            && hasOneEnd(request)
            && isPath(request.getRequestURI());
    if (!isPlain) {
      response.setHeader("Connection", "close");
      ProblemWriter.write(request, response, HttpServletResponse.SC_BAD_REQUEST, DETAIL);
      return;
    }
    if (mayHideItsEnd(request)) {
      response.setHeader("Connection", "close");
    }
    chain.doFilter(request, response);
  }

  /** RFC 3986 section 3.3; what must be encoded and is not, readers take for different things. */
  private static boolean isPath(String path) {
    return path.chars().noneMatch(c -> c <= ' ' || c >= DELETE || NEVER_PLAIN.indexOf(c) >= 0);
  }

  /**
   * Of a Content-Length that is no number the container tells nothing, and takes the body for the
   * next request. Where a body would be meant and none is announced, no next request is read.
   */
  private static boolean mayHideItsEnd(HttpServletRequest request) {
    return WITH_BODY.contains(request.getMethod())
        && request.getContentLengthLong() < 0
        && request.getHeader("Transfer-Encoding") == null;
  }

  /** RFC 9112 section 3.2; HTTP/1.0 knew no Host. */
  private static boolean hasOneHost(HttpServletRequest request) {
    List<String> hosts = all(request, "Host");
    if (hosts.isEmpty()) {
      return !"HTTP/1.1".equals(request.getProtocol());
    }
    return hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
  }

  /**
   * RFC 9112 section 6.1. Of Content-Length nothing is seen here but what the container made of it:
   * of two it takes the first, beside a transfer coding none, and ends the connection in both
   * cases.
   */
  private static boolean hasOneEnd(HttpServletRequest request) {
    List<String> codings = all(request, "Transfer-Encoding");
    return codings.isEmpty()
        || codings.size() == 1
            && codings.get(0).equalsIgnoreCase("chunked")
            && !OLD.equals(request.getProtocol());
  }

  private static List<String> all(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
