package dev.baton.kit.token;

import java.util.Base64;

/**
 * Base64url as a JWS has it (RFC 7515 section 2): no padding, no line breaks, and one way only to
 * write a value, so that two different tokens are never the same token.
 */
final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  static byte[] decode(String segment) throws TokenRefusedException {
    if (segment.isEmpty() || !isCanonical(segment)) {
      throw new TokenRefusedException(Refusal.MALFORMED);
    }
    try {
      return Base64.getUrlDecoder().decode(segment);
    } catch (IllegalArgumentException e) {
      throw new TokenRefusedException(Refusal.MALFORMED);
    }
  }

  // the bits of the last character that no byte uses must be zero (RFC 4648 section 3.5)
  private static boolean isCanonical(String segment) {
    int last = ALPHABET.indexOf(segment.charAt(segment.length() - 1));
    return switch (segment.length() % 4) {
      case 0 -> last >= 0;
      case 2 -> last >= 0 && (last & 0b1111) == 0;
      case 3 -> last >= 0 && (last & 0b11) == 0;
      default -> false;
    };
  }
}
