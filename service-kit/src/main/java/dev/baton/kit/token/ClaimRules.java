package dev.baton.kit.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a token must claim (RFC 7519 section 4.1, MicroProfile JWT 2.1 section 4): the issuer, the
 * audience, a subject, groups, and a time of validity that is now.
 */
final class ClaimRules {

  private static final long LATEST = 253_402_300_799L;
  private static final int LONGEST_NAME = 255;

  private final String issuer;
  private final Set<String> audiences;
  private final long skewSeconds;

  /**
   * @param issuer the only issuer
   * @param audiences at least one of these must be the token's
   * @param skew how far the issuer's clock may differ
   */
  ClaimRules(String issuer, Set<String> audiences, Duration skew) {
    this.issuer = issuer;
    this.audiences = Set.copyOf(audiences);
    this.skewSeconds = skew.toSeconds();
  }

  void check(Map<String, Object> claims, Instant now) throws TokenRefusedException {
    requireIssuer(claims);
    requireAudience(claims);
    requireName(claims, "sub");
    if (claims.containsKey("upn")) {
      requireName(claims, "upn");
    }
    require(areStrings(claims.get("groups")), Refusal.CLAIMS);
    require(!claims.containsKey("jti") || claims.get("jti") instanceof String, Refusal.CLAIMS);
    requireTimes(claims, now.getEpochSecond());
  }

  private void requireIssuer(Map<String, Object> claims) throws TokenRefusedException {
    require(issuer.equals(claims.get("iss")), Refusal.ISSUER);
  }

  private void requireAudience(Map<String, Object> claims) throws TokenRefusedException {
    Object audience = claims.get("aud");
    boolean known =
        audience instanceof String one
            ? audiences.contains(one)
            : areStrings(audience) && ((List<?>) audience).stream().anyMatch(audiences::contains);
    require(known, Refusal.AUDIENCE);
  }

  private static void requireName(Map<String, Object> claims, String claim)
      throws TokenRefusedException {
    require(claims.get(claim) instanceof String name && isName(name), Refusal.CLAIMS);
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  private void requireTimes(Map<String, Object> claims, long now) throws TokenRefusedException {
    long expires = time(claims, "exp");
    require(expires + skewSeconds > now, Refusal.EXPIRED);
    if (claims.containsKey("nbf")) {
      require(time(claims, "nbf") - skewSeconds <= now, Refusal.NOT_YET_VALID);
    }
    if (claims.containsKey("iat")) {
      long issued = time(claims, "iat");
      require(issued - skewSeconds <= now, Refusal.NOT_YET_VALID);
      require(issued <= expires, Refusal.CLAIMS);
    }
  }

  // whole seconds only: the container's JsonWebToken breaks on a fraction (RFC 7519 allows both)
  private static long time(Map<String, Object> claims, String claim) throws TokenRefusedException {
    require(
        claims.get(claim) instanceof Long seconds && seconds >= 0 && seconds <= LATEST,
        Refusal.CLAIMS);
    return (Long) claims.get(claim);
  }

  private static boolean areStrings(Object value) {
    return value instanceof List<?> items && items.stream().allMatch(String.class::isInstance);
  }

  private static void require(boolean condition, Refusal otherwise) throws TokenRefusedException {
    if (!condition) {
      throw new TokenRefusedException(otherwise);
    }
  }
}
