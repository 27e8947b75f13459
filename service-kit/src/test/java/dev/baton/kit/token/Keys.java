package dev.baton.kit.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Set;

/** Keys of tests, made once. */
final class Keys {

  static final Set<String> RS256 = Set.of("RS256");

  /** The issuer's key. */
  static final RSAKey ISSUERS = rsa("k1", 2048);

  /** Somebody else's key. */
  static final RSAKey FOREIGN = rsa("k2", 2048);

  /** Too short. */
  static final RSAKey SHORT = rsa("short", 1024);

  /** Elliptic. */
  static final ECKey ELLIPTIC = elliptic();

  private Keys() {}

  static String published(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  static RSAKey.Builder copy(RSAKey key, String id) {
    return new RSAKey.Builder(key.getModulus(), key.getPublicExponent())
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256);
  }

  private static RSAKey rsa(String id, int bits) {
    try {
      return new RSAKeyGenerator(bits, true)
          .keyID(id)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey elliptic() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("e1").algorithm(JWSAlgorithm.ES256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
