package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.baton.kit.Servlets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What the container alone lets pass, each seen on Open Liberty 26.0.0.3. The container behind the
 * guard finds every token good here, so nothing but the guard refuses.
 */
class LibertyGapsTest {

  private final String good = new TestToken().build();

  @Test
  void aRawTokenWithoutAScheme() throws Exception {
    assertLetIn(call("Bearer " + good), good);
    assertRefused(call(good), good, Refusal.MALFORMED);
  }

  @Test
  void twoAuthorizationHeadersTheGoodOneFirst() throws Exception {
    assertRefused(
        call("Bearer " + good).header("Authorization", "Bearer x"), good, Refusal.AMBIGUOUS);
  }

  @Test
  void groupsAsAString() throws Exception {
    assertRefused(new TestToken().claim("groups", "customer"), Refusal.CLAIMS);
  }

  @Test
  void aPublishedKeyOf1024Bits() throws Exception {
    assertKeyRefused(Keys.SHORT.toPublicJWK(), Keys.SHORT);
  }

  @Test
  void aPublishedKeyForEncryption() throws Exception {
    assertKeyRefused(Keys.copy(Keys.ISSUERS, "k1").keyUse(KeyUse.ENCRYPTION).build(), Keys.ISSUERS);
  }

  @Test
  void aKeyPublishedForPs256UsedForRs256() throws Exception {
    assertKeyRefused(
        Keys.copy(Keys.ISSUERS, "k1").algorithm(JWSAlgorithm.PS256).build(), Keys.ISSUERS);
  }

  @Test
  void base64PaddingInTheSignature() throws Exception {
    assertRefused(new TestToken().result(token -> token + "=="), Refusal.MALFORMED);
  }

  @Test
  void junkInTheSignature() throws Exception {
    assertRefused(new TestToken().result(token -> token + "!"), Refusal.MALFORMED);
  }

  @Test
  void jsonThatIsNotUtf8() throws Exception {
    String notUtf8 = TestToken.base64(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});

    assertRefused(
        new TestToken().result(token -> token.replaceFirst("\\.[^.]+\\.", "." + notUtf8 + ".")),
        Refusal.MALFORMED);
  }

  @Test
  void permitAllWithABadToken() throws Exception {
    GuardedHop hop = new GuardedHop();
    Servlets call = hop.send(call("Bearer not.a.token").path("/open"), good);

    assertThat(call.status).isEqualTo(401);
    assertThat(hop.wasReached()).isFalse();
  }

  @Test
  void aMissingUpnBesideASubject() throws Exception {
    String token = new TestToken().withoutClaim("upn").build();

    assertLetIn(call("Bearer " + token), token);
  }

  @Test
  void aTokenWithoutAKeyIdWhereOneKeyIsConfigured() throws Exception {
    String token = new TestToken().withoutHeader("kid").build();
    String pem =
        java.util.Base64.getMimeEncoder()
            .encodeToString(Keys.ISSUERS.toRSAPublicKey().getEncoded());
    GuardedHop hop =
        new GuardedHop(
            ConfiguredKey.of(
                "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n", "RS256"));

    assertThat(hop.send(token).status).isEqualTo(200);
    assertThat(hop.send(new TestToken().signedBy(Keys.FOREIGN).build()).status).isEqualTo(401);
  }

  @Test
  void aTokenOf38Kilobytes() throws Exception {
    assertRefused(new TestToken().claim("pad", "x".repeat(28_000)), Refusal.TOO_LONG);
  }

  @Test
  void anExpiredTokenThatTheContainerHasCached() throws Exception {
    assertRefused(new TestToken().claim("exp", TestToken.NOW.getEpochSecond()), Refusal.EXPIRED);
  }

  @Test
  void aWithdrawnKeysTokenThatTheContainerHasCached() throws Exception {
    AtomicReference<String> published = new AtomicReference<>(Keys.published(Keys.ISSUERS));
    JwksKeys keys = keys(published::get);
    GuardedHop hop = new GuardedHop(keys);
    assertThat(hop.send(good).status).isEqualTo(200);

    published.set(Keys.published(Keys.FOREIGN));
    keys.refresh();

    assertThat(hop.send(good).status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(Refusal.UNKNOWN_KEY);
  }

  @Test
  void anUnknownKeyIdFetchesNothing() throws Exception {
    AtomicInteger fetches = new AtomicInteger();
    GuardedHop hop =
        new GuardedHop(
            keys(
                () -> {
                  fetches.incrementAndGet();
                  return Keys.published(Keys.ISSUERS);
                }));
    hop.send(new TestToken().header("kid", "unknown").build());

    assertThat(hop.counted).containsExactly(Refusal.UNKNOWN_KEY);
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aWrongSignatureIsNotLeftToTheContainerWhichWouldLogTheToken() throws Exception {
    GuardedHop hop = new GuardedHop();
    Servlets call = hop.send(new TestToken().signedBy(Keys.FOREIGN).build());

    assertThat(hop.counted).containsExactly(Refusal.SIGNATURE);
    assertThat(call.authentications()).isZero();
  }

  @Test
  void aFractionOfASecondInExpWouldBreakTheInjectedToken() throws Exception {
    assertRefused(
        new TestToken().claim("exp", TestToken.NOW.getEpochSecond() + 60.5), Refusal.CLAIMS);
  }

  private static Servlets call(String authorization) {
    return new Servlets().header("Authorization", authorization);
  }

  private static JwksKeys keys(KeyServer server) {
    JwksKeys keys =
        new JwksKeys(server, Keys.RS256, Duration.ofHours(1), Duration.ofHours(1), text -> {});
    keys.refresh();
    return keys;
  }

  private static void assertLetIn(Servlets call, String token) throws Exception {
    GuardedHop hop = new GuardedHop();

    assertThat(hop.send(call, token).status).isEqualTo(200);
    assertThat(hop.wasReached()).isTrue();
  }

  private static void assertRefused(TestToken token, Refusal cause) throws Exception {
    String text = token.build();

    assertRefused(call("Bearer " + text), text, cause);
  }

  private static void assertRefused(Servlets call, String token, Refusal cause) throws Exception {
    GuardedHop hop = new GuardedHop();
    hop.send(call, token);

    assertThat(call.status).isEqualTo(401);
    assertThat(hop.counted).containsExactly(cause);
    assertThat(hop.wasReached()).isFalse();
  }

  private static void assertKeyRefused(JWK published, RSAKey signer) throws Exception {
    GuardedHop hop = new GuardedHop(Keys.published(published));
    hop.send(new TestToken().header("kid", published.getKeyID()).signedBy(signer).build());

    assertThat(hop.counted).containsExactly(Refusal.UNUSABLE_KEY);
    assertThat(hop.wasReached()).isFalse();
  }
}
