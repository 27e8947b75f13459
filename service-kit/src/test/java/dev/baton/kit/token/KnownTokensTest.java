package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a token that was verified before is spared, and what it is not. */
class KnownTokensTest {

  private static final PublishedKey KEY = PublishedKey.of(Keys.ISSUERS, Keys.RS256);

  private final String good = new TestToken().build();

  @Test
  void theSameTokenIsVerifiedOnce() throws Exception {
    GuardedHop hop = new GuardedHop();

    assertThat(hop.send(good).authentications()).isEqualTo(1);
    assertThat(hop.send(good).authentications()).isZero();
    assertThat(hop.inside).hasSize(2);
  }

  @Test
  void anotherTokenOfTheSameBearerIsVerified() throws Exception {
    GuardedHop hop = new GuardedHop();
    hop.send(good);

    assertThat(hop.send(new TestToken().claim("jti", "id-2").build()).authentications())
        .isEqualTo(1);
  }

  @Test
  void withoutAMemoryEachRequestIsVerified() throws Exception {
    GuardedHop hop = new GuardedHop().remembering(0);
    hop.send(good);

    assertThat(hop.send(good).authentications()).isEqualTo(1);
  }

  @Test
  void aKnownTokenWithOneOtherCharacterIsRefused() throws Exception {
    GuardedHop hop = new GuardedHop();
    hop.send(good);
    int at = good.lastIndexOf('.') + 1;
    char other = good.charAt(at) == 'A' ? 'B' : 'A';

    Servlets call = hop.send(good.substring(0, at) + other + good.substring(at + 1));

    assertThat(call.status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.SIGNATURE);
  }

  @Test
  void aKnownTokenExpires() throws Exception {
    GuardedHop hop = new GuardedHop();
    hop.send(good);
    hop.at(TestToken.NOW.plusSeconds(600));

    assertThat(hop.send(good).status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.EXPIRED);
  }

  @Test
  void aKnownTokenIsEnded() throws Exception {
    Set<String> ended = new HashSet<>();
    GuardedHop hop = new GuardedHop().revoked(token -> ended.contains(token.id()));
    hop.send(good);
    ended.add("id-1");

    assertThat(hop.send(good).status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.REVOKED);
  }

  @Test
  void aKnownTokensKeyIsWithdrawnAndComesBackAsAnother() throws Exception {
    AtomicReference<String> published = new AtomicReference<>(Keys.published(Keys.ISSUERS));
    JwksKeys keys =
        new JwksKeys(
            published::get, Keys.RS256, Duration.ofHours(1), Duration.ofHours(1), text -> {});
    keys.refresh();
    GuardedHop hop = new GuardedHop(keys);
    hop.send(good);

    published.set(Keys.published(Keys.FOREIGN));
    keys.refresh();
    assertThat(hop.send(good).status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.UNKNOWN_KEY);

    String sameId = Keys.ISSUERS.getKeyID();
    published.set(Keys.published(Keys.copy(Keys.FOREIGN, sameId).build()));
    keys.refresh();
    assertThat(hop.send(good).status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.UNKNOWN_KEY, Refusal.SIGNATURE);
  }

  @Test
  void whatTheContainerRefusedIsNotKnown() throws Exception {
    GuardedHop hop = new GuardedHop();
    hop.through(new Servlets().header("Authorization", "Bearer " + good));

    assertThat(hop.counted).containsExactly(Refusal.REJECTED);
    assertThat(hop.send(good).authentications()).isEqualTo(1);
  }

  @Test
  void theMemoryIsBounded() {
    KnownTokens known = new KnownTokens(10);
    for (int i = 0; i < 1000; i++) {
      known.add(token(i), KEY);
    }

    assertThat(known.size()).isLessThanOrEqualTo(20);
    for (int i = 990; i < 1000; i++) {
      assertThat(known.contains(token(i), KEY)).isTrue();
    }
  }

  @Test
  void whoComesOftenStays() {
    KnownTokens known = new KnownTokens(10);
    known.add(token(0), KEY);
    for (int i = 1; i < 1000; i++) {
      known.add(token(i), KEY);
      assertThat(known.contains(token(0), KEY)).isTrue();
    }
  }

  @Test
  void aTokenIsKnownWithItsKeyOnly() {
    KnownTokens known = new KnownTokens(10);
    known.add(token(0), KEY);

    assertThat(known.contains(token(0), PublishedKey.of(Keys.ISSUERS, Keys.RS256))).isFalse();
  }

  private static TokenDigest token(int number) {
    return TokenDigest.of("token " + number);
  }
}
