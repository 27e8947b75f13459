package dev.baton.gateway.entity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A request's path and query in the one form that everybody behind the gateway sees. What could be
 * read in two ways is refused, not repaired.
 *
 * @param path percent-encoded, unreserved characters plain (RFC 3986 section 6.2.2)
 * @param query as it came, without its question mark, or null
 */
public record RequestTarget(String path, String query) {

  private static final String UNRESERVED = "-._~";
  private static final String PLAIN = UNRESERVED + "!$&'()*+,=:@";
  private static final String NEVER_ENCODED = "/\\;%";
  private static final char DELETE = 0x7f;

  /**
   * Checks and normalises what stood in the request line.
   *
   * @throws MalformedTargetException for dot segments, empty segments, path parameters, encoded
   *     slashes, backslashes, percent signs and control characters, broken encodings, and
   *     characters that have to be encoded
   */
  public static RequestTarget of(String rawPath, String rawQuery) {
    if (rawPath == null || !rawPath.startsWith("/")) {
      throw new MalformedTargetException("The path does not begin with a slash.");
    }
    checkQuery(rawQuery);
    return new RequestTarget(normalised(rawPath), rawQuery);
  }

  /** The request target to send for another path with this query. */
  public String withPath(String other) {
    return query == null ? other : other + "?" + query;
  }

  private static String normalised(String raw) {
    String path = isPlain(raw) ? raw : decoded(raw);
    for (int at = 0; at >= 0; at = path.indexOf('/', at + 1)) {
      checkSegment(path, at + 1);
    }
    return path;
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) != '/' && !isPlain(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void checkSegment(String path, int start) {
    int slash = path.indexOf('/', start);
    int end = slash < 0 ? path.length() : slash;
    if (slash == start) {
      throw new MalformedTargetException("The path has an empty segment.");
    }
    String segment = path.substring(start, end);
    if (segment.equals(".") || segment.equals("..")) {
      throw new MalformedTargetException("The path has a dot segment.");
    }
  }

  private static String decoded(String raw) {
    StringBuilder path = new StringBuilder(raw.length());
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = octet(raw, i);
        append(path, octet);
        bytes.put((byte) octet);
        i += 2;
      } else if (c == '/' || isPlain(c)) {
        path.append(c);
        bytes.put((byte) c);
      } else {
        throw new MalformedTargetException("The path has a character that it must not have.");
      }
    }
    checkUtf8(bytes.flip());
    return path.toString();
  }

  private static void append(StringBuilder path, int octet) {
    if (octet < ' ' || octet == DELETE || NEVER_ENCODED.indexOf(octet) >= 0) {
      throw new MalformedTargetException("The path encodes a character that it must not have.");
    }
    if (isUnreserved((char) octet)) {
      path.append((char) octet);
      return;
    }
    path.append('%').append(hex(octet >> 4)).append(hex(octet & 0xf));
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }

  private static int octet(String raw, int at) {
    int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
    int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0 || raw.charAt(at + 1) > DELETE || raw.charAt(at + 2) > DELETE) {
      throw new MalformedTargetException("The path has a broken percent encoding.");
    }
    return high << 4 | low;
  }

  private static void checkUtf8(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException e) {
      throw new MalformedTargetException("The path is not UTF-8.");
    }
  }

  private static void checkQuery(String query) {
    if (query != null && !query.chars().allMatch(c -> c > ' ' && c < DELETE)) {
      throw new MalformedTargetException("The query has a character that it must not have.");
    }
  }

  private static boolean isPlain(char c) {
    return isAlphanumeric(c) || PLAIN.indexOf(c) >= 0;
  }

  private static boolean isUnreserved(char c) {
    return isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
