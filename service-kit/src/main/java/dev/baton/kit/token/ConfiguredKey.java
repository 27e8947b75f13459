package dev.baton.kit.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * One key, given by configuration ({@code mp.jwt.verify.publickey}) as PEM: key ids are not asked.
 */
final class ConfiguredKey implements PublishedKeys {

  private final PublishedKey key;

  private ConfiguredKey(PublishedKey key) {
    this.key = key;
  }

  /**
   * Reads the key.
   *
   * @param pem an X.509 public key, with or without its BEGIN and END lines
   * @param algorithm what it verifies
   * @throws IllegalArgumentException when it is none, or none for this algorithm
   */
  static ConfiguredKey of(String pem, String algorithm) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s|\\\\n", "");
    JWK key = jwk(Base64.getDecoder().decode(base64), algorithm);
    if (!KeySet.fits(key, algorithm)) {
      throw new IllegalArgumentException("mp.jwt.verify.publickey is not strong enough");
    }
    return new ConfiguredKey(PublishedKey.of(key, Set.of(algorithm)));
  }

  @Override
  public PublishedKey keyOf(CompactJws token) {
    return key;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  private static JWK jwk(byte[] x509, String algorithm) {
    X509EncodedKeySpec encoded = new X509EncodedKeySpec(x509);
    try {
      if (algorithm.startsWith("RS")) {
        return new RSAKey.Builder(
                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded))
            .build();
      }
      ECPublicKey point = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
      return new ECKey.Builder(Curve.forECParameterSpec(point.getParams()), point).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("mp.jwt.verify.publickey is no key of " + algorithm, e);
    }
  }
}
