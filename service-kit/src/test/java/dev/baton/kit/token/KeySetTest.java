package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.baton.kit.json.MalformedJsonException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

  @Test
  void aTokenOfAPublishedKeyIsAccepted() throws Exception {
    assertAccepted(keys(Keys.ISSUERS), new TestToken());
  }

  @Test
  void aKeyThatIsNotPublishedIsUnknown() throws Exception {
    assertCause(Refusal.UNKNOWN_KEY, keys(Keys.FOREIGN), new TestToken());
  }

  @Test
  void aTokenWithoutAKeyIdIsRefused() throws Exception {
    assertCause(Refusal.UNKNOWN_KEY, keys(Keys.ISSUERS), new TestToken().withoutHeader("kid"));
    assertCause(Refusal.UNKNOWN_KEY, keys(Keys.ISSUERS), new TestToken().header("kid", 1));
  }

  @Test
  void anotherKeysSignatureIsRefused() throws Exception {
    assertCause(Refusal.SIGNATURE, keys(Keys.ISSUERS), new TestToken().signedBy(Keys.FOREIGN));
  }

  @Test
  void aTamperedTokenIsRefusedAfterTheGoodOneWasSeen() throws Exception {
    KeySet keys = keys(Keys.ISSUERS);
    String good = new TestToken().build();
    String other = new TestToken().claim("sub", "olga").build();
    String tampered =
        other.substring(0, other.lastIndexOf('.')) + good.substring(good.lastIndexOf('.'));

    require(keys, CompactJws.parse(good, 8192));

    assertRefused(Refusal.SIGNATURE, () -> require(keys, CompactJws.parse(tampered, 8192)));
  }

  @Test
  void anRsaKeyBelow2048BitsIsNotUsed() throws Exception {
    assertUnusable(Keys.SHORT.toPublicJWK(), Keys.SHORT);
  }

  @Test
  void anRsaKeyWithAnExponentOfOneIsNotUsed() throws Exception {
    RSAKey trivial =
        new RSAKey.Builder(Keys.ISSUERS.getModulus(), Base64URL.encode(new byte[] {1}))
            .keyID("bad")
            .build();

    assertUnusable(trivial, Keys.ISSUERS);
  }

  @Test
  void aKeyForEncryptionIsNotUsed() throws Exception {
    assertUnusable(Keys.copy(Keys.ISSUERS, "bad").keyUse(KeyUse.ENCRYPTION).build(), Keys.ISSUERS);
  }

  @Test
  void aKeyWhoseOperationsDoNotVerifyIsNotUsed() throws Exception {
    RSAKey.Builder key = Keys.copy(Keys.ISSUERS, "bad").keyUse(null);

    assertUnusable(key.keyOperations(Set.of(KeyOperation.ENCRYPT)).build(), Keys.ISSUERS);
    assertAccepted(
        keys(key.keyOperations(Set.of(KeyOperation.VERIFY)).build()),
        new TestToken().header("kid", "bad"));
  }

  @Test
  void aKeyForAnotherAlgorithmIsNotUsed() throws Exception {
    assertUnusable(
        Keys.copy(Keys.ISSUERS, "bad").algorithm(JWSAlgorithm.PS256).build(), Keys.ISSUERS);
  }

  @Test
  void aKeyWithoutAnAlgorithmIsUsed() throws Exception {
    assertAccepted(
        keys(Keys.copy(Keys.ISSUERS, "any").algorithm(null).build()),
        new TestToken().header("kid", "any"));
  }

  @Test
  void aKeyOfAnotherTypeIsNotUsed() throws Exception {
    KeySet keys = KeySet.parse(Keys.published(Keys.ELLIPTIC), Keys.RS256);

    assertCause(Refusal.UNUSABLE_KEY, keys, new TestToken().header("kid", "e1"));
  }

  @Test
  void anEllipticKeyIsUsedWhereConfigured() throws Exception {
    KeySet keys = KeySet.parse(Keys.published(Keys.ELLIPTIC), Set.of("ES256"));

    assertAccepted(
        keys, new TestToken().header("alg", "ES256").header("kid", "e1").signedBy(Keys.ELLIPTIC));
  }

  @Test
  void aPublishedPrivateKeyIsNotUsed() throws Exception {
    String leaked = "{\"keys\":[" + Keys.ISSUERS.toJSONString() + "]}";

    assertCause(Refusal.UNUSABLE_KEY, KeySet.parse(leaked, Keys.RS256), new TestToken());
  }

  @Test
  void twoUsableKeysOfOneIdAreBothNotUsed() throws Exception {
    assertUnusable(
        Keys.ISSUERS,
        Keys.copy(Keys.ISSUERS, "bad").build(),
        Keys.copy(Keys.FOREIGN, "bad").build());
  }

  @Test
  void aKeyThatCannotBeReadSpoilsNoOther() throws Exception {
    String good = Keys.ISSUERS.toPublicJWK().toJSONString();
    KeySet keys =
        KeySet.parse(
            "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"odd\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"},"
                + "5,{\"kty\":\"oct\",\"kid\":\"odd2\",\"k\":\"AAAA\"},"
                + good
                + "]}",
            Keys.RS256);

    assertAccepted(keys, new TestToken());
    assertCause(Refusal.UNUSABLE_KEY, keys, new TestToken().header("kid", "odd"));
    assertCause(Refusal.UNUSABLE_KEY, keys, new TestToken().header("kid", "odd2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "<html></html>", "{\"keys\":{}}", "{\"keys\":["})
  void whatIsNoKeySetIsRefused(String text) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> KeySet.parse(text, Keys.RS256));
  }

  @Test
  void theSameKeysInAnotherOrderAreEqual() throws Exception {
    assertThat(keys(Keys.ISSUERS, Keys.FOREIGN)).isEqualTo(keys(Keys.FOREIGN, Keys.ISSUERS));
    assertThat(keys(Keys.ISSUERS)).isNotEqualTo(keys(Keys.FOREIGN));
  }

  @Test
  void theContainerIsToldTheUsableKeysOnly() throws Exception {
    String text = keys(Keys.ISSUERS, Keys.SHORT).toJson();

    assertThat(text).contains("\"kid\":\"k1\"").doesNotContain("short");
  }

  private static KeySet keys(JWK... keys) throws MalformedJsonException {
    return KeySet.parse(Keys.published(keys), Keys.RS256);
  }

  private static void assertUnusable(JWK published, RSAKey signer) throws Exception {
    assertUnusable(signer, published);
  }

  private static void assertUnusable(RSAKey signer, JWK... published) throws Exception {
    TestToken token = new TestToken().header("kid", published[0].getKeyID()).signedBy(signer);

    assertCause(Refusal.UNUSABLE_KEY, keys(published), token);
  }

  private static void require(KeySet keys, CompactJws token) throws TokenRefusedException {
    keys.keyOf(token).requireSignature(token);
  }

  private static void assertAccepted(KeySet keys, TestToken token) {
    assertThatCode(() -> require(keys, token.parsed())).doesNotThrowAnyException();
  }

  private static void assertCause(Refusal cause, KeySet keys, TestToken token) {
    assertRefused(cause, () -> require(keys, token.parsed()));
  }
}
