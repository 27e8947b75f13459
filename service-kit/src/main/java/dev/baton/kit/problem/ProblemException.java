package dev.baton.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A failure whose status and detail are meant for the caller. */
public class ProblemException extends WebApplicationException {

  private static final int UNPROCESSABLE = 422;

  private final String title;

  /**
   * A failure with headers of its own.
   *
   * @param response status and headers of the answer; an entity is not used
   * @param title the kind of problem in words
   * @param detail what the caller may know; never internal text
   */
  public ProblemException(Response response, String title, String detail) {
    super(detail, response);
    this.title = title;
  }

  /** A failure that its status describes. */
  public ProblemException(int status, String detail) {
    this(Response.status(status).build(), Problem.titleOf(status), detail);
  }

  /** 400. */
  public static ProblemException badRequest(String detail) {
    return new ProblemException(400, detail);
  }

  /** 401 with a challenge (RFC 6750 section 3). */
  public static ProblemException unauthorized(String challenge, String detail) {
    Response response =
        Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
    return new ProblemException(response, Problem.titleOf(401), detail);
  }

  /** 403. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(403, detail);
  }

  /** 404. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(404, detail);
  }

  /** 409. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(409, detail);
  }

  /** 412. */
  public static ProblemException preconditionFailed(String detail) {
    return new ProblemException(412, detail);
  }

  /** 422. */
  public static ProblemException unprocessable(String detail) {
    return new ProblemException(UNPROCESSABLE, detail);
  }

  /** 428. */
  public static ProblemException preconditionRequired(String detail) {
    return new ProblemException(428, detail);
  }

  /** 429, to be tried again after so many seconds. */
  public static ProblemException tooManyRequests(String detail, long retryAfterSeconds) {
    return retryable(429, detail, retryAfterSeconds);
  }

  /** 502: the next service answered what it never should. */
  public static ProblemException badGateway(String detail) {
    return new ProblemException(502, detail);
  }

  /** 503, to be tried again after so many seconds. */
  public static ProblemException unavailable(String detail, long retryAfterSeconds) {
    return retryable(503, detail, retryAfterSeconds);
  }

  /** The kind of problem in words. */
  public String title() {
    return title;
  }

  /** What the caller may know. */
  public String detail() {
    return getMessage();
  }

  private static ProblemException retryable(int status, String detail, long seconds) {
    Response response = Response.status(status).header(HttpHeaders.RETRY_AFTER, seconds).build();
    return new ProblemException(response, Problem.titleOf(status), detail);
  }
}
