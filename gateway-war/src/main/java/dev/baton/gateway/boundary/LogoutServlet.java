package dev.baton.gateway.boundary;

import dev.baton.gateway.control.RevocationList;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.VerifiedToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /api/logout}: ends the token that it comes with. */
public class LogoutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient RevocationList revoked;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      Problems.methodNotAllowed(request, response, "POST");
      return;
    }
    try {
      revoked.end(VerifiedToken.of(request));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (ProblemException e) {
      Problems.write(request, response, e);
    }
  }

  /** Only here because the container answers TRACE itself unless a servlet says that it does. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    service(request, response);
  }
}
