package dev.baton.kit.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ResponseProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Answers what nobody expected: 500 without any internals, the failure itself in the log. */
@Provider
public class AnyFailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(AnyFailureMapper.class.getName());
  private static final long RETRY_AFTER_SECONDS = 1;
  private static final int MOST_CAUSES = 20;

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    return ProblemResponses.of(problemOf(failure), request);
  }

  static ProblemException problemOf(Throwable failure) {
    ProblemException meant = causeOf(failure, ProblemException.class);
    if (meant != null) {
      return meant;
    }
    if (failure instanceof FaultToleranceException) {
      return unavailable();
    }
    if (failure instanceof ResponseProcessingException) {
      return ProblemException.badGateway("The next service gave no answer that can be read.");
    }
    if (isUnreadableBody(failure)) {
      return ProblemException.badRequest("The body has the wrong form.");
    }
    if (failure instanceof ProcessingException && causeOf(failure, IOException.class) != null) {
      return unavailable();
    }
    Throwable outage = databaseOutage(failure);
    if (outage != null) {
      LOG.log(Level.WARNING, "The database did not do its part: {0}", outage.getMessage());
      return ProblemException.unavailable("The database is not there.", RETRY_AFTER_SECONDS);
    }
    LOG.log(Level.SEVERE, "A request failed", failure);
    return new ProblemException(500, null);
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable("The next service is not there.", RETRY_AFTER_SECONDS);
  }

  private static boolean isUnreadableBody(Throwable failure) {
    return causeOf(failure, JsonbException.class) != null
        || causeOf(failure, JsonException.class) != null;
  }

  private static Throwable databaseOutage(Throwable failure) {
    return causes(failure).filter(DatabaseOutage::isToldBy).findFirst().orElse(null);
  }

  private static <T extends Throwable> T causeOf(Throwable failure, Class<T> wanted) {
    return causes(failure).filter(wanted::isInstance).map(wanted::cast).findFirst().orElse(null);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
  }
}
