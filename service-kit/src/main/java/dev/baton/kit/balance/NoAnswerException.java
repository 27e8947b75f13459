package dev.baton.kit.balance;

import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** No instance of a service could be reached, or none answered in time: 503 with Retry-After. */
public class NoAnswerException extends ProblemException {

  private static final int UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 1;

  /** The caller learns nothing of the inside; the cause is for the log. */
  public NoAnswerException(Throwable cause) {
    super(
        Response.status(UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build(),
        "Service Unavailable",
        "A service behind this one does not answer.");
    addSuppressed(cause);
  }
}
