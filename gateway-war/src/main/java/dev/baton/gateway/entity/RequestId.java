package dev.baton.gateway.entity;

/** The name of one request in all logs and answers. */
public final class RequestId {

  /** The header that carries it, in requests and answers. */
  public static final String HEADER = "X-Request-Id";

  private static final int LONGEST = 64;

  private RequestId() {}

  /** The id that came with the request if it is a harmless one, a new one otherwise. */
  public static String keptOrNew(String came) {
    return isHarmless(came) ? came : Hex.random(2);
  }

  private static boolean isHarmless(String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= LONGEST
        && id.chars().allMatch(RequestId::isHarmless);
  }

  private static boolean isHarmless(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._".indexOf(c) >= 0;
  }
}
