package dev.baton.kit.token;

/** Names a token without showing it: the first 8 bytes of its SHA-256 as 16 hex digits. */
public final class TokenFingerprint {

  private TokenFingerprint() {}

  /** The fingerprint of these exact characters. */
  public static String of(String token) {
    return TokenDigest.of(token).fingerprint();
  }
}
