package dev.baton.tests.tokens;

/** The one thing that is wrong with a token; every hop must refuse each of them on its own. */
public enum Flaw {
  /** Its {@code exp} passed a moment ago. */
  EXPIRED,
  WRONG_ISSUER,
  WRONG_AUDIENCE,
  /** Signed by a key of ours that calls itself by the issuer's {@code kid}. */
  FOREIGN_KEY,
  /** A {@code kid} that the issuer does not publish, although its key signed. */
  UNKNOWN_KEY_ID,
  /** Another subject in the payload, under the signature of the first. */
  TAMPERED_PAYLOAD,
  /** {@code alg} none, and no signature (RFC 8725, section 3.1). */
  UNSIGNED,
  /** HS256, with the issuer's public key as the shared secret (RFC 8725, section 2.1). */
  HMAC_WITH_PUBLIC_KEY
}
