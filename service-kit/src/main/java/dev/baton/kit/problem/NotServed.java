package dev.baton.kit.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 404 at a path where the container has put a page of its own into every application, such
 * as the one that ends a session: nobody has one here.
 */
public class NotServed extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    ProblemWriter.write(request, response, HttpServletResponse.SC_NOT_FOUND, null);
  }
}
