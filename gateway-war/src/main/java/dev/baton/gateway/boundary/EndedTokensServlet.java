package dev.baton.gateway.boundary;

import dev.baton.gateway.control.GatewaySettings;
import dev.baton.gateway.control.RevocationList;
import dev.baton.gateway.entity.MalformedTargetException;
import dev.baton.gateway.entity.RequestTarget;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.problem.ProblemWriter;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * {@code DELETE /ops/tokens/ID}: an operator ends a token, named by its {@code jti} or by the
 * fingerprint that the audit log has.
 */
public class EndedTokensServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BASE = "/ops/tokens/";
  private static final int LONGEST_ID = 255;

  @Inject private transient RevocationList revoked;
  @Inject private transient GatewaySettings settings;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      end(request, response);
    } catch (MalformedTargetException e) {
      ProblemWriter.write(request, response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    } catch (ProblemException e) {
      Problems.write(request, response, e);
    }
  }

  private void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!isOperator(request)) {
      throw ProblemException.forbidden(null);
    }
    if (!"DELETE".equals(request.getMethod())) {
      Problems.methodNotAllowed(request, response, "DELETE");
      return;
    }
    revoked.end(idIn(request), Instant.now().plus(settings.revocationKept()));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static boolean isOperator(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof JsonWebToken user
        && user.getGroups().contains("operator");
  }

  private static String idIn(HttpServletRequest request) {
    String path = RequestTarget.of(request.getRequestURI(), null).path();
    String id = path.startsWith(BASE) ? path.substring(BASE.length()) : "";
    if (id.isEmpty() || id.indexOf('/') >= 0) {
      throw ProblemException.notFound("There is nothing at this path.");
    }
    // a plus sign is itself in a path (RFC 3986 section 3.3)
    String decoded = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (decoded.length() > LONGEST_ID) {
      throw ProblemException.badRequest("An id has at most 255 characters.");
    }
    return decoded;
  }

  /** Only here because the container answers TRACE itself unless a servlet says that it does. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    service(request, response);
  }
}
