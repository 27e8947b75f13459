package dev.baton.kit.token;

import dev.baton.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The door of every hop. Strict checks of our own come first, then the container's verification,
 * then what only a verified token can be asked; nothing behind it runs without all three.
 */
public class TokenGuard extends HttpFilter {

  private static final Set<String> OPEN =
      Set.of("/health", "/health/live", "/health/ready", "/health/started");
  private static final String SCHEME = "Bearer ";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOpen(request)) {
      chain.doFilter(request, response);
      return;
    }
    long start = System.nanoTime();
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      refuse(request, response, Refusal.MISSING);
      return;
    }
    request.authenticate(response);
    if (!(request.getUserPrincipal() instanceof JsonWebToken principal)) {
      refuse(request, response, Refusal.REJECTED);
      return;
    }
    String raw = header.substring(SCHEME.length()).strip();
    long nanos = System.nanoTime() - start;
    pass(
        request,
        response,
        chain,
        new VerifiedToken(raw, TokenFingerprint.of(raw), principal.getSubject(), nanos));
  }

  private static void pass(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      VerifiedToken token)
      throws IOException, ServletException {
    request.setAttribute(VerifiedToken.ATTRIBUTE, token);
    token.enter();
    try {
      chain.doFilter(request, response);
    } finally {
      VerifiedToken.leave();
    }
  }

  private static boolean isOpen(HttpServletRequest request) {
    boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    return reads && OPEN.contains(request.getRequestURI());
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    response.reset();
    response.setHeader("WWW-Authenticate", refusal.challenge());
    ProblemWriter.write(request, response, 401, refusal.description());
  }
}
