package dev.baton.kit.problem;

/** The id of a request's trace, from the header {@code traceparent} (W3C Trace Context). */
public final class TraceId {

  /** The request header that carries it. */
  public static final String HEADER = "traceparent";

  private static final int LENGTH = 55;
  private static final int ID_START = 3;
  private static final int ID_END = 35;
  private static final int PARENT_START = 36;
  private static final int PARENT_END = 52;

  private TraceId() {}

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

  private static boolean isId(String text, int from, int to) {
    return isHex(text, from, to)
        && text.substring(from, to).chars().anyMatch(digit -> digit != '0');
  }

  private static boolean isHex(String text, int from, int to) {
    return text.substring(from, to)
        .chars()
        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
