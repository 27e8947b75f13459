package dev.baton.kit.problem;

import dev.baton.kit.json.JsonText;
import jakarta.ws.rs.core.Response;

/**
 * A problem document (RFC 9457 section 3).
 *
 * @param type a URI that names the kind of problem; {@code about:blank} says that the status does
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what happened this time; where null is given, the general words for the status
 * @param instance the path that was asked for, without its query, or null
 * @param traceId the trace that this request belongs to (32 hex digits), or null
 */
public record Problem(
    String type, String title, int status, String detail, String instance, String traceId) {

  /** The media type of {@link #toJson()}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String BLANK = "about:blank";
  private static final int UNPROCESSABLE = 422;

  /** Every problem has a detail. */
  public Problem {
    detail = detail == null ? detailOf(status) : detail;
  }

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

  private static String detailOf(int status) {
    return switch (status) {
      case 403 -> "Your roles do not open this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This method is not offered here.";
      case 406 -> "This is not offered in a media type that you accept.";
      case 415 -> "A body of this media type is not read here.";
      case 500 -> "The request could not be handled.";
      default -> titleOf(status) + ".";
    };
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
