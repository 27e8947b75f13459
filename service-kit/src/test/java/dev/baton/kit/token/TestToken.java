package dev.baton.kit.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds a good token; every method breaks, or changes, exactly one thing of it. */
final class TestToken {

  static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
  static final String ISSUER = "https://issuer.example/realm";
  static final String AUDIENCE = "baton-api";

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private JWK key = Keys.ISSUERS;
  private UnaryOperator<String> headerText = text -> text;
  private UnaryOperator<String> claimsText = text -> text;
  private UnaryOperator<String> result = text -> text;

  TestToken() {
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", Keys.ISSUERS.getKeyID());
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", "alice");
    claims.put("upn", "alice");
    claims.put("groups", new ArrayList<>(List.of("customer")));
    claims.put("jti", "id-1");
    claims.put("iat", NOW.getEpochSecond() - 10);
    claims.put("exp", NOW.getEpochSecond() + 600);
  }

  TestToken header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  TestToken withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  TestToken headerText(UnaryOperator<String> change) {
    headerText = change;
    return this;
  }

  TestToken claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  TestToken withoutClaim(String name) {
    claims.remove(name);
    return this;
  }

  TestToken claimsText(UnaryOperator<String> change) {
    claimsText = change;
    return this;
  }

  TestToken signedBy(JWK other) {
    key = other;
    return this;
  }

  TestToken result(UnaryOperator<String> change) {
    result = change;
    return this;
  }

  /** The compact form, its signature good whatever else is not. */
  String build() {
    String signed =
        base64(headerText.apply(JSONObjectUtils.toJSONString(header)).getBytes(UTF_8))
            + "."
            + base64(claimsText.apply(JSONObjectUtils.toJSONString(claims)).getBytes(UTF_8));
    return result.apply(signed + "." + base64(signature(signed)));
  }

  CompactJws parsed() {
    try {
      return CompactJws.parse(build(), 8192);
    } catch (TokenRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(String signed) {
    try {
      Signature signature =
          key instanceof RSAKey
              ? Signature.getInstance("SHA256withRSA")
              : Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(
          key instanceof RSAKey rsa ? rsa.toPrivateKey() : ((ECKey) key).toECPrivateKey());
      signature.update(signed.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
