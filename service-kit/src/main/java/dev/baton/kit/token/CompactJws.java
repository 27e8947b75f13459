package dev.baton.kit.token;

import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import java.util.Map;

/**
 * A token's parts, read once: one compact JWS (RFC 7515 section 7.1) whose header and claims are
 * strict JSON objects. Says nothing about its signature.
 *
 * @param raw the very characters that came
 * @param header the JOSE header
 * @param claims the claims
 */
record CompactJws(String raw, Map<String, Object> header, Map<String, Object> claims) {

  static CompactJws parse(String raw, int longest) throws TokenRefusedException {
    if (raw.length() > longest) {
      throw new TokenRefusedException(Refusal.TOO_LONG);
    }
    int first = raw.indexOf('.');
    int second = raw.indexOf('.', first + 1);
    if (first < 0 || second < 0 || raw.indexOf('.', second + 1) >= 0) {
      throw new TokenRefusedException(Refusal.MALFORMED);
    }
    Map<String, Object> header = object(raw.substring(0, first));
    Map<String, Object> claims = object(raw.substring(first + 1, second));
    Base64Url.decode(raw.substring(second + 1));
    return new CompactJws(raw, header, claims);
  }

  /** What the signature is over (RFC 7515 section 5.2). */
  String signed() {
    return raw.substring(0, raw.lastIndexOf('.'));
  }

  /** The signature's part. */
  String signature() {
    return raw.substring(raw.lastIndexOf('.') + 1);
  }

  /** Tells nothing of the token. */
  @Override
  public String toString() {
    return "CompactJws";
  }

  private static Map<String, Object> object(String segment) throws TokenRefusedException {
    try {
      return StrictJson.object(Base64Url.decode(segment));
    } catch (MalformedJsonException e) {
      throw new TokenRefusedException(Refusal.MALFORMED);
    }
  }
}
