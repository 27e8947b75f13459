package dev.baton.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id of a request's trace, from the header {@code traceparent} (W3C Trace Context). */
public final class TraceId {

  /** The request header that carries it. */
  public static final String HEADER = "traceparent";

  private static final String ATTRIBUTE = TraceId.class.getName();
  private static final int LENGTH = 55;
  private static final int ID_START = 3;
  private static final int ID_END = 35;
  private static final int PARENT_START = 36;
  private static final int PARENT_END = 52;

  private TraceId() {}

  /** The trace id (32 hex digits) of a request; a request that brought none gets one. */
  public static String of(HttpServletRequest request) {
    return of(traceparent(request));
  }

  /** The valid {@code traceparent} that a request brought, or a new one that stays with it. */
  public static String traceparent(HttpServletRequest request) {
    String brought = request.getHeader(HEADER);
    if (isValid(brought)) {
      return brought;
    }
    if (request.getAttribute(ATTRIBUTE) instanceof String given) {
      return given;
    }
    String fresh = fresh();
    request.setAttribute(ATTRIBUTE, fresh);
    return fresh;
  }

  /** The trace id (32 hex digits) of a valid version 00 header value; null for any other value. */
  public static String of(String traceparent) {
    if (!isValid(traceparent)) {
      return null;
    }
    return traceparent.substring(ID_START, ID_END);
  }

  /** Whether a value is a {@code traceparent} of version 00 with ids that are not all zero. */
  public static boolean isValid(String traceparent) {
    return traceparent != null
        && traceparent.length() == LENGTH
        && traceparent.startsWith("00-")
        && traceparent.charAt(ID_END) == '-'
        && traceparent.charAt(PARENT_END) == '-'
        && isId(traceparent, ID_START, ID_END)
        && isId(traceparent, PARENT_START, PARENT_END)
        && isHex(traceparent, PARENT_END + 1, LENGTH);
  }

  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    String id = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(1 | random.nextLong());
    return "00-" + id + "-" + hex.toHexDigits(1 | random.nextLong()) + "-01";
  }

  private static boolean isId(String text, int from, int to) {
    return isHex(text, from, to) && !isZero(text, from, to);
  }

  private static boolean isZero(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
