package dev.baton.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what a resource or the container refuses: status and headers stay, the body is a problem.
 * Only a {@link ProblemException} tells its detail; the text of any other exception is internal.
 */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(WebApplicationException failure) {
    if (failure instanceof ProblemException problem) {
      return ProblemResponses.of(problem, request);
    }
    Response answer = failure.getResponse();
    if (answer.getStatus() < 400) {
      return answer;
    }
    if (isUnreadableParameter(failure)) {
      return ProblemResponses.of(
          ProblemException.badRequest("A parameter has the wrong form."), request);
    }
    return ProblemResponses.of(answer, null, request);
  }

  // a path parameter of the wrong type is a 404 with a cause; a path that nobody serves has none
  private static boolean isUnreadableParameter(WebApplicationException failure) {
    return failure instanceof NotFoundException && failure.getCause() != null;
  }
}
