package dev.baton.kit.token;

import java.util.Locale;

/** Why a request was not let in; every refusal has exactly one cause. */
public enum Refusal {
  /** No bearer token where RFC 6750 section 2.1 puts it: in the header Authorization. */
  MISSING("no bearer token in the Authorization header"),
  /** More than one header Authorization came. */
  AMBIGUOUS("more than one Authorization header"),
  /** The token is longer than any that the issuer makes. */
  TOO_LONG("the token is too long"),
  /** Not one compact JWS (RFC 7515 section 7.1) of strict JSON objects. */
  MALFORMED("the token is not one strict compact JWS"),
  /** The header asks for processing that is not done here (RFC 8725 sections 3.1, 3.10, 3.11). */
  HEADER("the token's header holds what is not accepted"),
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
  /** A claim is missing or has the wrong form. */
  CLAIMS("a claim of the token is missing or has the wrong form"),
  /** Ended before its time. */
  REVOKED("the token was revoked"),
  /** Too little time left for a write to end within it. */
  LIFETIME("the token expires too soon for a write"),
  /** The container did not verify it, and none of the causes above explains it. */
  REJECTED("the token was not verified");

  private static final String CHALLENGE = "Bearer realm=\"baton\"";

  private final String cause;
  private final String description;

  Refusal(String sentence) {
    this.cause = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.description = cause + ": " + sentence;
  }

  /** The cause's name in metrics and logs: lower case, with hyphens. */
  public String cause() {
    return cause;
  }

  /** What the caller is told: the cause's name and a sentence. */
  public String description() {
    return description;
  }

  /**
   * The value of {@code WWW-Authenticate}: an error code and its description, or neither where no
   * token came (RFC 6750 section 3.1).
   */
  public String challenge() {
    if (this == MISSING) {
      return CHALLENGE;
    }
    return CHALLENGE + ", error=\"invalid_token\", error_description=\"" + description + "\"";
  }
}
