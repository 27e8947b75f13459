package dev.baton.kit.token;

import dev.baton.kit.Servlets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A guard with the issuer's key, in front of a container that verifies whatever it is asked to. */
final class GuardedHop {

  final List<Refusal> counted = new ArrayList<>();
  final List<String> audited = new ArrayList<>();
  final List<VerifiedToken> inside = new ArrayList<>();

  private final PublishedKeys keys;
  private String tier = "service-a";
  private RevokedTokens revoked = token -> false;
  private RefusalLimit limit = (request, response) -> false;
  private int known = 100;
  private Instant now = TestToken.NOW;
  private TokenGuard guard;

  GuardedHop() {
    this(Keys.published(Keys.ISSUERS));
  }

  GuardedHop(String published) {
    JwksKeys fetched =
        new JwksKeys(
            () -> published, Keys.RS256, Duration.ofHours(1), Duration.ofHours(1), text -> {});
    fetched.refresh();
    this.keys = fetched;
  }

  private Duration skew = Duration.ZERO;

  GuardedHop(PublishedKeys keys) {
    this.keys = keys;
  }

  GuardedHop tier(String wanted) {
    tier = wanted;
    return this;
  }

  GuardedHop revoked(RevokedTokens wanted) {
    revoked = wanted;
    return this;
  }

  /** Sends a request with this token to a container that finds it good. */
  Servlets send(String token) throws Exception {
    return send(new Servlets().header("Authorization", "Bearer " + token), token);
  }

  /** Answers what it refuses with 429 instead of a cause. */
  GuardedHop withoutPatience() {
    limit =
        (request, response) -> {
          response.setStatus(429);
          return true;
        };
    return this;
  }

  /** Sends a request to a container that finds this token good. */
  Servlets send(Servlets call, String verified) throws Exception {
    return through(call.authentication(() -> new Principal(verified)));
  }

  /** Sends a request as it is. */
  Servlets through(Servlets call) throws Exception {
    guard().doFilter(call.request(), call.response(), (request, response) -> inside.add(current()));
    return call;
  }

  boolean wasReached() {
    return !inside.isEmpty();
  }

  /** It is another time. */
  void at(Instant time) {
    now = time;
  }

  GuardedHop skewed(Duration wanted) {
    skew = wanted;
    return this;
  }

  GuardedHop remembering(int tokens) {
    known = tokens;
    return this;
  }

  TokenGuard guard() {
    if (guard == null) {
      guard = made();
    }
    return guard;
  }

  TokenVerification verification() {
    return new TokenVerification(settings(), keys, revoked, new Now());
  }

  private TokenGuard made() {
    Audit audit = new Audit(tier, tier + "-1", new Now(), audited::add);
    return new TokenGuard(verification(), audit, counted::add, limit);
  }

  private static VerifiedToken current() {
    return VerifiedToken.current();
  }

  private TokenSettings settings() {
    return new TokenSettings(
        tier,
        tier + "-1",
        TestToken.ISSUER,
        Set.of(TestToken.AUDIENCE),
        Keys.RS256,
        skew,
        8192,
        known,
        Duration.ofSeconds(10),
        Optional.of("given"),
        null,
        Duration.ofSeconds(30),
        Duration.ofHours(24),
        null,
        0);
  }

  private final class Now extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** The container's principal. */
  record Principal(String raw) implements JsonWebToken {

    @Override
    public String getName() {
      return "alice";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("raw_token");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return "raw_token".equals(name) ? (T) raw : null;
    }
  }
}
