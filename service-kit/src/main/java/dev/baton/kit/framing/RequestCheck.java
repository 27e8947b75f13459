package dev.baton.kit.framing;

import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.VerifiedToken;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * The first of all JAX-RS filters: refuses what came past the token guard, because the container
 * calls no servlet filter for the target that is a star, and what JAX-RS itself would break on.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class RequestCheck implements ContainerRequestFilter {

  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=([^,;]*)");
  private static final Pattern WEIGHT_VALUE = Pattern.compile("0(\\.\\d*)?|1(\\.0*)?");

  @Context private HttpServletRequest servletRequest;

  /**
   * @throws ProblemException 400, or 415 for a body in a content coding (RFC 9110 section 15.5.16)
   */
  @Override
  public void filter(ContainerRequestContext request) {
    if (VerifiedToken.of(servletRequest) == null) {
      throw ProblemException.badRequest("The path does not begin with a slash.");
    }
    if (!isReadable(request.getHeaderString(HttpHeaders.ACCEPT))) {
      throw ProblemException.badRequest("The header Accept has the wrong form.");
    }
    if (request.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null && request.hasEntity()) {
      throw new ProblemException(
          UNSUPPORTED_MEDIA_TYPE, "A body in a content coding is not read here.");
    }
  }

  /** RFC 9110 section 12.4.2. */
  static boolean isReadable(String accept) {
    return accept == null
        || WEIGHT.matcher(accept).results().allMatch(one -> isWeight(one.group(1).strip()));
  }

  private static boolean isWeight(String text) {
    return WEIGHT_VALUE.matcher(text).matches();
  }
}
