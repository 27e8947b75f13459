package dev.baton.tests.tokens;

/** The one thing that is wrong with a token; every hop must refuse each of them on its own. */
public enum Flaw {
  /** Its {@code exp} passed a moment ago. */
  EXPIRED("expired"),
  WRONG_ISSUER("issuer"),
  WRONG_AUDIENCE("audience"),
  /** Signed by a key of ours that calls itself by the issuer's {@code kid}. */
  FOREIGN_KEY("signature"),
  /** A {@code kid} that the issuer does not publish, although its key signed. */
  UNKNOWN_KEY_ID("unknown-key"),
  /** Another subject in the payload, under the signature of the first. */
  TAMPERED_PAYLOAD("signature"),
  /** {@code alg} none, and no signature (RFC 8725, section 3.1). */
  UNSIGNED("malformed"),
  /** {@code alg} none before a signature of the right length. */
  ALGORITHM_NONE("algorithm"),
  /** HS256, with the issuer's public key as the shared secret (RFC 8725, section 2.1). */
  HMAC_WITH_PUBLIC_KEY("algorithm");

  private final String cause;

  Flaw(String cause) {
    this.cause = cause;
  }

  /** The cause that a hop names when this is all that is wrong. */
  public String cause() {
    return cause;
  }
}
