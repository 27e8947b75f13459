package dev.baton.kit.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The guard's order: strict checks of our own, the container's verification, then what only a
 * verified token can be asked. Of a token that both have verified in this process, the signature is
 * known; everything else is asked again at each request.
 */
final class TokenVerification {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final HeaderRules headerRules;
  private final ClaimRules claimRules;
  private final PublishedKeys keys;
  private final KnownTokens known;
  private final RevokedTokens revoked;
  private final Duration lifetimeForWrites;
  private final Duration skew;
  private final int longest;
  private final Clock clock;

  TokenVerification(
      TokenSettings settings, PublishedKeys keys, RevokedTokens revoked, Clock clock) {
    this.headerRules = new HeaderRules(settings.algorithms());
    this.claimRules = new ClaimRules(settings.issuer(), settings.audiences(), settings.skew());
    this.keys = keys;
    this.known = new KnownTokens(settings.known());
    this.revoked = revoked;
    this.lifetimeForWrites = settings.isGateway() ? settings.minimumLifetime() : Duration.ZERO;
    this.skew = settings.skew();
    this.longest = settings.longest();
    this.clock = clock;
  }

  /**
   * Verifies a request's token.
   *
   * @param raw the token as it came
   * @throws TokenRefusedException with the one cause
   * @throws IOException when the client is gone
   */
  VerifiedToken verify(String raw, HttpServletRequest request, HttpServletResponse response)
      throws TokenRefusedException, IOException {
    long start = System.nanoTime();
    CompactJws token = checked(raw);
    PublishedKey key = keys.keyOf(token);
    TokenDigest digest = TokenDigest.of(raw);
    if (!known.contains(digest, key)) {
      key.requireSignature(token);
      requireContainersConsent(token, request, response);
      known.add(digest, key);
    }
    VerifiedToken verified = verified(token, digest, System.nanoTime() - start);
    requireStillGood(verified, request.getMethod());
    return verified;
  }

  private CompactJws checked(String raw) throws TokenRefusedException {
    CompactJws token = CompactJws.parse(raw, longest);
    headerRules.check(token.header());
    claimRules.check(token.claims(), clock.instant());
    return token;
  }

  private static void requireContainersConsent(
      CompactJws token, HttpServletRequest request, HttpServletResponse response)
      throws TokenRefusedException, IOException {
    if (!isVerifiedByContainer(token, request, response)) {
      throw new TokenRefusedException(Refusal.REJECTED);
    }
  }

  private static boolean isVerifiedByContainer(
      CompactJws token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      request.authenticate(response);
    } catch (ServletException e) {
      return false;
    }
    return request.getUserPrincipal() instanceof JsonWebToken principal
        && token.raw().equals(principal.getRawToken());
  }

  private static VerifiedToken verified(CompactJws token, TokenDigest digest, long nanos) {
    return new VerifiedToken(
        token.raw(),
        digest.fingerprint(),
        (String) token.claims().get("sub"),
        groups(token),
        (String) token.claims().get("jti"),
        Instant.ofEpochSecond((Long) token.claims().get("exp")),
        token.claims(),
        nanos);
  }

  private static List<String> groups(CompactJws token) {
    List<?> groups = (List<?>) token.claims().getOrDefault("groups", List.of());
    return groups.stream().map(String.class::cast).toList();
  }

  private void requireStillGood(VerifiedToken token, String method) throws TokenRefusedException {
    if (revoked.contains(token)) {
      throw new TokenRefusedException(Refusal.REVOKED, token.subject());
    }
    Instant needed = clock.instant().plus(lifetimeForWrites).minus(skew);
    if (!READS.contains(method) && token.expires().isBefore(needed)) {
      throw new TokenRefusedException(Refusal.LIFETIME, token.subject());
    }
  }
}
