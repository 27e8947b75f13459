package dev.baton.kit.token;

import java.util.Enumeration;

/**
 * Finds the token in a request's headers {@code Authorization} (RFC 6750 section 2.1). Nowhere else
 * is looked: a token in a cookie, a form or a query is no token (RFC 6750 section 5.3).
 */
final class BearerToken {

  private static final String SCHEME = "Bearer";

  private BearerToken() {}

  static String in(Enumeration<String> authorization) throws TokenRefusedException {
    if (authorization == null || !authorization.hasMoreElements()) {
      throw new TokenRefusedException(Refusal.MISSING);
    }
    String value = authorization.nextElement();
    if (authorization.hasMoreElements()) {
      throw new TokenRefusedException(Refusal.AMBIGUOUS);
    }
    return of(value);
  }

  private static String of(String value) throws TokenRefusedException {
    int end = value.indexOf(' ');
    String scheme = end < 0 ? value : value.substring(0, end);
    if (!SCHEME.equalsIgnoreCase(scheme)) {
      throw new TokenRefusedException(end < 0 ? Refusal.MALFORMED : Refusal.MISSING);
    }
    String token = end < 0 ? "" : withoutSpaces(value, end);
    if (token.isEmpty()) {
      throw new TokenRefusedException(Refusal.MALFORMED);
    }
    return token;
  }

  // RFC 9110 section 11.4: one or more spaces stand between the scheme and the token
  private static String withoutSpaces(String value, int from) {
    int start = from;
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    return value.substring(start);
  }
}
