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
import java.util.concurrent.ConcurrentHashMap;

/**
 * A usable key, and the tokens that it is known to have signed. Only the first sight of a token
 * costs a verification here; the memory ends with the key, and holds nothing that was not signed.
 *
 * @param key the key
 * @param verifier verifies with it
 * @param known tokens that it signed
 */
record PublishedKey(JWK key, JWSVerifier verifier, Set<String> known) {

  private static final int MOST_KNOWN = 2_000;

  static PublishedKey of(JWK key) {
    return new PublishedKey(key, verifierOf(key), ConcurrentHashMap.newKeySet());
  }

  boolean signed(CompactJws token) {
    if (known.contains(token.raw())) {
      return true;
    }
    if (!verifies(token)) {
      return false;
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.add(token.raw());
    return true;
  }

  private boolean verifies(CompactJws token) {
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
