package dev.baton.tests.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A good token before it is signed, in which any piece of JSON may be replaced by any text.
 *
 * @param header member names and the JSON of their values
 * @param claims the same
 */
record Draft(TokenForge forge, Map<String, String> header, Map<String, String> claims) {

  private static final long LIFETIME_SECONDS = 300;

  static Draft of(TokenForge forge, Bearer bearer) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", quoted("RS256"));
    header.put("kid", quoted(forge.key().getKeyID()));
    header.put("typ", quoted("JWT"));
    long now = Instant.now().getEpochSecond();
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", quoted(forge.issuer()));
    claims.put("aud", quoted(forge.audience()));
    claims.put("sub", quoted(bearer.subject()));
    claims.put("upn", quoted(bearer.subject()));
    claims.put("groups", "[" + quoted(String.join("\",\"", bearer.groups())) + "]");
    claims.put("jti", quoted(UUID.randomUUID().toString()));
    claims.put("iat", Long.toString(now));
    claims.put("exp", Long.toString(now + LIFETIME_SECONDS));
    return new Draft(forge, header, claims);
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  /** The same with another value, in JSON, of a member of the header; none for null. */
  Draft header(String name, String json) {
    return new Draft(forge, with(header, name, json), claims);
  }

  /** The same with another value, in JSON, of a claim; none for null. */
  Draft claim(String name, String json) {
    return new Draft(forge, header, with(claims, name, json));
  }

  String headerJson() {
    return json(header);
  }

  String claimsJson() {
    return json(claims);
  }

  /** What is signed. */
  String input() {
    return base64(headerJson()) + '.' + base64(claimsJson());
  }

  /** The token, signed by the issuer's key. */
  String signed() {
    return signed(input());
  }

  /** These two segments, signed by the issuer's key. */
  String signed(String input) {
    return input + '.' + base64(signature("SHA256withRSA", input));
  }

  /** The issuer's key over a text, by one of the JDK's algorithms. */
  byte[] signature(String algorithm, String input) {
    try {
      return signature(Signature.getInstance(algorithm), forge.key().toPrivateKey(), input);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] signature(Signature signer, PrivateKey key, String input)
      throws GeneralSecurityException {
    signer.initSign(key);
    signer.update(input.getBytes(UTF_8));
    return signer.sign();
  }

  private static Map<String, String> with(Map<String, String> all, String name, String json) {
    Map<String, String> changed = new LinkedHashMap<>(all);
    if (json == null) {
      changed.remove(name);
    } else {
      changed.put(name, json);
    }
    return changed;
  }

  private static String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ':' + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
