package dev.baton.kit.problem;

import dev.baton.kit.json.JsonText;
import jakarta.ws.rs.core.Response;

/**
 * A problem document (RFC 9457 section 3).
 *
 * @param type a URI that names the kind of problem; {@code about:blank} says that the status does
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what happened this time, or null
 * @param instance the path that was asked for, without its query, or null
 * @param traceId the trace that this request belongs to (32 hex digits), or null
 */
public record Problem(
    String type, String title, int status, String detail, String instance, String traceId) {

  /** The media type of {@link #toJson()}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String BLANK = "about:blank";
  private static final int UNPROCESSABLE = 422;

  /** A problem that its status describes. */
  public static Problem of(int status, String detail, String instance, String traceId) {
    return new Problem(BLANK, titleOf(status), status, detail, instance, traceId);
  }

  /** The words for a status (RFC 9110 section 15). */
  public static String titleOf(int status) {
    if (status == UNPROCESSABLE) {
      return "Unprocessable Content";
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Status " + status : known.getReasonPhrase();
  }

  /** This problem as one line of JSON; members that are null are left out. */
  public String toJson() {
    return new JsonText()
        .with("type", type)
        .with("title", title)
        .with("status", status)
        .with("detail", detail)
        .with("instance", instance)
        .with("traceId", traceId)
        .toString();
  }
}
