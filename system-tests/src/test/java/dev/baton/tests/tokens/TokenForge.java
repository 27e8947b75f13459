package dev.baton.tests.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/**
 * Signs tokens with the key of an issuer, so that a test can break one thing and leave all else as
 * the issuer would have made it.
 *
 * @param key the issuer's private key, with the {@code kid} by which the issuer publishes it
 * @param issuer the {@code iss} that the hops expect
 * @param audience the {@code aud} that the hops expect
 */
public record TokenForge(RSAKey key, String issuer, String audience) {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  /**
   * A forge for the private key of {@code signing}, named as the issuer's {@code published} keys
   * name it.
   */
  public static TokenForge of(RSAKey signing, JWKSet published, String issuer, String audience) {
    String kid =
        published.getKeys().stream()
            .filter(RSAKey.class::isInstance)
            .map(RSAKey.class::cast)
            .filter(one -> one.getModulus().equals(signing.getModulus()))
            .map(RSAKey::getKeyID)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the issuer does not publish its key"));
    return new TokenForge(new RSAKey.Builder(signing).keyID(kid).build(), issuer, audience);
  }

  /** A token that every hop accepts. */
  public String good(Bearer bearer) {
    return UsedTokens.remembered(signed(claims(bearer).build(), key, key.getKeyID()));
  }

  /** A token that is good from one second to another. */
  public String between(Instant start, Instant end, Bearer bearer) {
    return UsedTokens.remembered(
        sign(
            claims(bearer)
                .issueTime(Date.from(start))
                .notBeforeTime(Date.from(start))
                .expirationTime(Date.from(end))));
  }

  /** The token that {@link #good} would have made, but for the flaw. */
  public String broken(Flaw flaw, Bearer bearer) {
    return UsedTokens.remembered(flawed(flaw, bearer));
  }

  private String flawed(Flaw flaw, Bearer bearer) {
    return switch (flaw) {
      case EXPIRED -> expired(bearer);
      case WRONG_ISSUER -> sign(claims(bearer).issuer(issuer + "/other"));
      case WRONG_AUDIENCE -> sign(claims(bearer).audience(audience + "-other"));
      case FOREIGN_KEY -> signed(claims(bearer).build(), foreignKey(), key.getKeyID());
      case UNKNOWN_KEY_ID -> signed(claims(bearer).build(), key, "unknown-" + key.getKeyID());
      case TAMPERED_PAYLOAD -> tampered(bearer);
      case UNSIGNED -> unsigned(bearer) + '.';
      case ALGORITHM_NONE -> unsigned(bearer) + signatureOf(good(bearer));
      case HMAC_WITH_PUBLIC_KEY -> hmacWithPublicKey(bearer);
    };
  }

  private JWTClaimsSet.Builder claims(Bearer bearer) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .subject(bearer.subject())
        .claim("upn", bearer.subject())
        .claim("groups", bearer.groups())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)));
  }

  private String expired(Bearer bearer) {
    Instant end = Instant.now().minusSeconds(2);
    return sign(
        claims(bearer).issueTime(Date.from(end.minus(LIFETIME))).expirationTime(Date.from(end)));
  }

  private String tampered(Bearer bearer) {
    String[] parts = good(bearer).split("\\.");
    String payload = Base64URL.from(parts[1]).decodeToString();
    String other = payload.replace('"' + bearer.subject() + '"', "\"intruder\"");
    return parts[0] + '.' + Base64URL.encode(other) + '.' + parts[2];
  }

  private String unsigned(Bearer bearer) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + key.getKeyID() + "\"}";
    return Base64URL.encode(header) + "." + Base64URL.encode(claims(bearer).build().toString());
  }

  private static String signatureOf(String token) {
    return token.substring(token.lastIndexOf('.'));
  }

  private String hmacWithPublicKey(Bearer bearer) {
    try {
      return serialized(
          JWSAlgorithm.HS256, key.getKeyID(), claims(bearer).build(), new MACSigner(pem()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pem() throws JOSEException {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.toPublicKey().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8);
  }

  private String sign(JWTClaimsSet.Builder claims) {
    return signed(claims.build(), key, key.getKeyID());
  }

  private static String signed(JWTClaimsSet claims, RSAKey key, String kid) {
    try {
      return serialized(JWSAlgorithm.RS256, kid, claims, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String serialized(
      JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static RSAKey foreignKey() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
