package dev.baton.kit.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands for one token and no other: the SHA-256 of all its bytes. */
record TokenDigest(long first, long second, long third, long fourth) {

  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(TokenDigest::sha256);

  static TokenDigest of(String token) {
    ByteBuffer digest =
        ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.UTF_8)));
    return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /** The first 8 bytes as 16 hex digits. */
  String fingerprint() {
    return HexFormat.of().toHexDigits(first);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
