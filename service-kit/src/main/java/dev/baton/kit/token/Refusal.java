package dev.baton.kit.token;

/** Why a request was not let in; every refusal has exactly one cause. */
public enum Refusal {
  /** No token came where RFC 6750 section 2.1 puts it: in the header Authorization. */
  MISSING("no bearer token in the Authorization header"),
  /** More than one header Authorization came. */
  AMBIGUOUS("more than one Authorization header"),
  /** The token is longer than any that the issuer makes. */
  TOO_LONG("the token is too long"),
  /** Not one compact JWS (RFC 7515 section 7.1) of strict JSON. */
  MALFORMED("the token is not a strict compact JWS"),
  /** The header asks for processing that this system does not do (RFC 8725 sections 3.1, 3.10). */
  HEADER("the token's header holds a parameter that is not accepted"),
  /** The algorithm is not on the permit list (RFC 8725 section 3.1). */
  ALGORITHM("the token's algorithm is not accepted"),
  /** The key id is missing or not among those that the issuer publishes now. */
  UNKNOWN_KEY("the token's key is not one that the issuer publishes"),
  /** The key is published, but not one that may verify this token. */
  UNUSABLE_KEY("the token's key may not be used for its signature"),
  /** The signature is not the key's. */
  SIGNATURE("the token's signature is wrong"),
  /** Another issuer. */
  ISSUER("the token is of another issuer"),
  /** Made for somebody else. */
  AUDIENCE("the token is for another audience"),
  /** Past its time. */
  EXPIRED("the token has expired"),
  /** Before its time. */
  NOT_YET_VALID("the token is not valid yet"),
  /** A claim is missing or of the wrong type. */
  CLAIMS("a claim of the token is missing or of the wrong type"),
  /** Ended before its time. */
  REVOKED("the token was revoked"),
  /** Too little time left for a write to end within it. */
  LIFETIME("the token expires too soon for a write"),
  /** The container did not verify it, and none of the causes above explains it. */
  REJECTED("the token was not verified");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** The cause's name in metrics and logs: lower case, with hyphens. */
  public String cause() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What the caller is told. */
  public String description() {
    return cause() + ": " + sentence;
  }

  /** The value of {@code WWW-Authenticate} (RFC 6750 section 3); no error code without a token. */
  public String challenge() {
    if (this == MISSING) {
      return "Bearer realm=\"baton\"";
    }
    return "Bearer realm=\"baton\", error=\"invalid_token\", error_description=\""
        + description()
        + "\"";
  }
}
