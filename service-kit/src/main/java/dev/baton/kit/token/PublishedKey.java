package dev.baton.kit.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Set;

/**
 * A usable key.
 *
 * @param id its key id; null where none is asked for
 * @param algorithms whose signatures it may verify
 * @param verifier verifies with it
 */
record PublishedKey(String id, Set<String> algorithms, JWSVerifier verifier) {

  static PublishedKey of(JWK key, Set<String> algorithms) {
    return new PublishedKey(key.getKeyID(), Set.copyOf(algorithms), verifierOf(key));
  }

  /**
   * Lets pass a token that this key signed.
   *
   * @throws TokenRefusedException wrong signature
   */
  void requireSignature(CompactJws token) throws TokenRefusedException {
    if (!signed(token)) {
      throw new TokenRefusedException(Refusal.SIGNATURE);
    }
  }

  private boolean signed(CompactJws token) {
    try {
      String signed = token.signed();
      String header = signed.substring(0, signed.indexOf('.'));
      return verifier.verify(
          JWSHeader.parse(Base64URL.from(header)),
          signed.getBytes(StandardCharsets.US_ASCII),
          Base64URL.from(token.signature()));
    } catch (JOSEException | ParseException | RuntimeException e) {
      return false;
    }
  }

  private static JWSVerifier verifierOf(JWK key) {
    try {
      return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECKey) key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("not a key that verifies", e);
    }
  }
}
