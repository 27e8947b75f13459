package dev.baton.tests.tokens;

import static dev.baton.tests.tokens.Draft.base64;
import static dev.baton.tests.tokens.Draft.quoted;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hundreds of credentials that are wrong in one thing each: what RFC 6750, 7515 to 7519 and 8725
 * forbid, and the negatives of the MicroProfile JWT TCK. Wherever the key's signature can be good,
 * it is.
 */
public final class HostileTokens {

  private static final String ALGORITHM = "algorithm";
  private static final String CLAIMS = "claims";
  private static final String HEADER = "header";
  private static final String MALFORMED = "malformed";
  private static final String SIGNATURE = "signature";
  private static final String UNKNOWN_KEY = "unknown-key";

  private final List<Hostile> all = new ArrayList<>();
  private final TokenForge forge;
  private final Draft good;
  private final String stranger;

  private HostileTokens(TokenForge forge, Bearer bearer, String stranger) {
    this.forge = forge;
    this.good = Draft.of(forge, bearer);
    this.stranger = stranger;
  }

  /**
   * All of them.
   *
   * @param stranger an address that no hop may ask for a key
   */
  public static List<Hostile> of(TokenForge forge, Bearer bearer, String stranger) {
    HostileTokens tokens = new HostileTokens(forge, bearer, stranger);
    tokens.algorithms();
    tokens.keysThatComeAlong();
    tokens.headers();
    tokens.keyIds();
    tokens.json();
    tokens.forms();
    tokens.signatures();
    tokens.issuersAndAudiences();
    tokens.times();
    tokens.names();
    tokens.encrypted();
    tokens.fields();
    return tokens.all;
  }

  private void token(String name, String cause, String token) {
    all.add(Hostile.token(name, cause, token));
  }

  private void header(String member, String json, String cause) {
    token("header " + member + " = " + json, cause, good.header(member, json).signed());
  }

  private void claim(String claim, String json, String cause) {
    token("claim " + claim + " = " + json, cause, good.claim(claim, json).signed());
  }

  private void algorithms() {
    for (String name :
        List.of(
            "none",
            "None",
            "NONE",
            "nOnE",
            "",
            "rs256",
            "Rs256",
            "RS256 ",
            " RS256",
            "RS256\\u0000")) {
      header("alg", quoted(name), ALGORITHM);
    }
    for (String name :
        List.of("RSA-OAEP", "RSA1_5", "dir", "A128KW", "ES256K", "EdDSA", "HS1", "*")) {
      header("alg", quoted(name), ALGORITHM);
    }
    for (String json : Arrays.asList(null, "null", "256", "true", "[\"RS256\"]", "{\"RS256\":1}")) {
      header("alg", json, ALGORITHM);
    }
    signedBy("RS384", "SHA384withRSA");
    signedBy("RS512", "SHA512withRSA");
    for (String name : List.of("HS256", "HS384", "HS512")) {
      publicKeyAsSecret().forEach((form, secret) -> shared(name, form, secret));
    }
    String elliptic = good.header("alg", quoted("ES256")).input();
    token("ES256, r and s zero", ALGORITHM, elliptic + '.' + base64(new byte[64]));
    token("ES256, r and s one", ALGORITHM, elliptic + '.' + base64(ones()));
    String pss = good.header("alg", quoted("PS256")).input();
    token("PS256, another padding", ALGORITHM, good.signed(pss));
    String none = good.header("alg", quoted("none")).input();
    token("none, no signature", MALFORMED, none + '.');
    token("none, two segments", MALFORMED, none);
    token("none, empty JSON for a signature", ALGORITHM, none + '.' + base64("{}"));
  }

  private void signedBy(String name, String algorithm) {
    String input = good.header("alg", quoted(name)).input();
    token(
        name + ", well signed", ALGORITHM, input + '.' + base64(good.signature(algorithm, input)));
  }

  private Map<String, byte[]> publicKeyAsSecret() {
    try {
      byte[] der = forge.key().toPublicKey().getEncoded();
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----";
      return Map.of(
          "DER", der,
          "PEM", (pem + "\n").getBytes(UTF_8),
          "PEM without its last line end", pem.getBytes(UTF_8),
          "modulus", forge.key().getModulus().decode(),
          "JWK", forge.key().toPublicJWK().toJSONString().getBytes(UTF_8),
          "one zero", new byte[1]);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void shared(String name, String form, byte[] secret) {
    String input = good.header("alg", quoted(name)).input();
    try {
      Mac mac = Mac.getInstance(name.replace("HS", "HmacSHA"));
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      byte[] signature = mac.doFinal(input.getBytes(UTF_8));
      token(name + ", the secret is the key's " + form, ALGORITHM, input + '.' + base64(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ones() {
    byte[] bytes = new byte[64];
    bytes[31] = 1;
    bytes[63] = 1;
    return bytes;
  }

  private void keysThatComeAlong() {
    RSAKey own = ownKey(2048);
    Draft byOwnKey = Draft.of(new TokenForge(own, forge.issuer(), forge.audience()), bearer());
    String kid = quoted(forge.key().getKeyID());
    String jwk = own.toPublicJWK().toJSONString();
    token(
        "embedded jwk, signed by it",
        HEADER,
        byOwnKey.header("kid", kid).header("jwk", jwk).signed());
    token("embedded jwk, no kid", HEADER, byOwnKey.header("kid", null).header("jwk", jwk).signed());
    token("embedded jwk, its own kid", HEADER, byOwnKey.header("jwk", jwk).signed());
    header("jwk", forge.key().toPublicJWK().toJSONString(), HEADER);
    header("jwk", "null", HEADER);
    for (String member : List.of("jku", "x5u")) {
      header(member, quoted(stranger + "/jwk"), HEADER);
      header(member, quoted("file:///etc/passwd"), HEADER);
      token(
          member + ", signed by the key there",
          HEADER,
          byOwnKey.header("kid", kid).header(member, quoted(stranger + "/jwk")).signed());
    }
    header("x5c", "[\"MIIB\"]", HEADER);
    header("x5c", "[]", HEADER);
    token("another key of the same kid", SIGNATURE, byOwnKey.header("kid", kid).signed());
    token(
        "a weak key of the same kid",
        SIGNATURE,
        Draft.of(new TokenForge(ownKey(1024), forge.issuer(), forge.audience()), bearer())
            .header("kid", kid)
            .signed());
  }

  private Bearer bearer() {
    return new Bearer(good.claims().get("sub").replace("\"", ""), "clerk");
  }

  private static RSAKey ownKey(int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID("own").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void headers() {
    for (String json : List.of("[\"exp\"]", "[]", "[\"b64\"]", "[\"x\"]", "null", "\"exp\"", "1")) {
      header("crit", json, HEADER);
    }
    for (String json : List.of("false", "true", "null", "\"false\"")) {
      header("b64", json, HEADER);
    }
    header("zip", quoted("DEF"), HEADER);
    header("enc", quoted("A256GCM"), HEADER);
    header("epk", "{}", HEADER);
    header("cty", quoted("JWT"), HEADER);
    for (String json :
        List.of(
            "\"JWE\"",
            "\"JOSE\"",
            "\"logout+jwt\"",
            "\"dpop+jwt\"",
            "\"\"",
            "5",
            "null",
            "[\"JWT\"]",
            "\"JWT \"")) {
      header("typ", json, HEADER);
    }
    token("b64 false over the plain claims", HEADER, plainClaims());
  }

  /** RFC 7797: the claims as they are, not in base64url. */
  private String plainClaims() {
    Draft plain = good.header("b64", "false").header("crit", "[\"b64\"]");
    String signed = base64(plain.headerJson()) + '.' + plain.claimsJson();
    byte[] signature = good.signature("SHA256withRSA", signed);
    return plain.input() + '.' + base64(signature);
  }

  private void keyIds() {
    String kid = forge.key().getKeyID();
    for (String json :
        Arrays.asList(null, "null", "1", "true", "[]", "{}", "[" + quoted(kid) + "]")) {
      header("kid", json, UNKNOWN_KEY);
    }
    for (String name :
        List.of(
            "",
            "*",
            "../../../../../../dev/null",
            "/dev/null",
            "..\\\\..\\\\windows",
            "' OR '1'='1",
            "x' UNION SELECT 'secret' --",
            "$(id)",
            "; id #",
            "${jndi:ldap://127.0.0.1/x}",
            stranger + "/jwk",
            "%00",
            "\\u0000",
            kid + " ",
            " " + kid,
            kid + "\\u0000",
            kid + "\\u0301",
            kid.repeat(60))) {
      header("kid", quoted(name), UNKNOWN_KEY);
    }
  }

  private void json() {
    String header = good.headerJson();
    String claims = good.claimsJson();
    notOneObject(header)
        .forEach(
            (name, bytes) ->
                token(
                    "header is " + name,
                    MALFORMED,
                    good.signed(base64(bytes) + '.' + base64(claims))));
    notOneObject(claims)
        .forEach(
            (name, bytes) ->
                token(
                    "claims are " + name,
                    MALFORMED,
                    good.signed(base64(header) + '.' + base64(bytes))));
    for (String number :
        List.of("+1", "01", "1.", ".5", "0x10", "NaN", "Infinity", "1e", "--1", "1_000")) {
      claim("n", number, MALFORMED);
    }
    for (String text :
        List.of(
            "\"\\ud800\"",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\t\"",
            "\"\n\"",
            "'a'",
            "tru",
            "undefined")) {
      claim("t", text, MALFORMED);
    }
    twice(header, claims);
  }

  private void twice(String header, String claims) {
    for (String member :
        List.of(
            "\"alg\":\"none\"", "\"alg\":\"RS256\"", "\"kid\":\"x\"", "\"\\u0061lg\":\"none\"")) {
      token(
          "header with " + member + " again",
          MALFORMED,
          good.signed(
              base64(header.replaceFirst("}$", "," + member.replace("\\", "\\\\") + "}"))
                  + '.'
                  + base64(claims)));
    }
    for (String claim :
        List.of(
            "\"sub\":\"root\"",
            "\"exp\":99999999999",
            "\"groups\":[\"operator\"]",
            "\"\\u0073ub\":\"root\"",
            "\"a\":{\"b\":1,\"b\":2}")) {
      token(
          "claims with " + claim + " again",
          MALFORMED,
          good.signed(
              base64(header)
                  + '.'
                  + base64(claims.replaceFirst("}$", "," + claim.replace("\\", "\\\\") + "}"))));
    }
  }

  private static Map<String, byte[]> notOneObject(String object) {
    String open = object.substring(0, object.length() - 1);
    return Map.ofEntries(
        Map.entry("an array", ("[" + object + "]").getBytes(UTF_8)),
        Map.entry("a string", quoted("x").getBytes(UTF_8)),
        Map.entry("a number", "1".getBytes(UTF_8)),
        Map.entry("null", "null".getBytes(UTF_8)),
        Map.entry("blank", "   ".getBytes(UTF_8)),
        Map.entry("two objects", (object + object).getBytes(UTF_8)),
        Map.entry("followed by rubbish", (object + "x").getBytes(UTF_8)),
        Map.entry("followed by a zero", (object + '\0').getBytes(UTF_8)),
        Map.entry("after a byte order mark", ('\ufeff' + object).getBytes(UTF_8)),
        Map.entry("UTF-16", object.getBytes(UTF_16)),
        Map.entry("not UTF-8", (open + ",\"x\":\"\u00ff\"}").getBytes(ISO_8859_1)),
        Map.entry("overlong UTF-8", (open + ",\"x\":\"\u00c0\u00af\"}").getBytes(ISO_8859_1)),
        Map.entry(
            "a surrogate in UTF-8", (open + ",\"x\":\"\u00ed\u00a0\u0080\"}").getBytes(ISO_8859_1)),
        Map.entry("with a comma at its end", (open + ",}").getBytes(UTF_8)),
        Map.entry("with a comment", ("/* */" + object).getBytes(UTF_8)),
        Map.entry("without its end", open.getBytes(UTF_8)),
        Map.entry("in single quotes", object.replace('"', '\'').getBytes(UTF_8)),
        Map.entry(
            "very deep",
            (open + ",\"x\":" + "[".repeat(900) + "]".repeat(900) + "}").getBytes(UTF_8)),
        Map.entry("very deep without end", (open + ",\"x\":" + "[".repeat(2000)).getBytes(UTF_8)),
        Map.entry("a token", good("x").getBytes(UTF_8)));
  }

  private static String good(String text) {
    return base64("{\"alg\":\"RS256\"}") + '.' + base64("{}") + '.' + base64(text);
  }

  private void forms() {
    String token = good.signed();
    String[] parts = token.split("\\.");
    String header = parts[0];
    String claims = parts[1];
    String signature = parts[2];
    String standard =
        Base64.getEncoder().encodeToString(good.signature("SHA256withRSA", good.input()));
    Map<String, String> forms =
        Map.ofEntries(
            Map.entry("padded header", header + "=." + claims + '.' + signature),
            Map.entry("padded claims", header + '.' + claims + "==." + signature),
            Map.entry("padded signature", token + "=="),
            Map.entry("padding alone", header + '.' + claims + ".=="),
            Map.entry(
                "standard base64", header + '.' + claims + '.' + standard.replace('-', '+') + '+'),
            Map.entry(
                "other bits at the end", token.substring(0, token.length() - 1) + next(token)),
            Map.entry("one segment", header),
            Map.entry("two segments", header + '.' + claims),
            Map.entry("no header", '.' + claims + '.' + signature),
            Map.entry("no claims", header + ".." + signature),
            Map.entry("no signature", header + '.' + claims + '.'),
            Map.entry("four segments", token + '.' + signature),
            Map.entry("five segments", token + '.' + claims + '.' + signature),
            Map.entry("dot before", '.' + token),
            Map.entry("dot after", token + '.'),
            Map.entry("two dots", header + ".." + claims + '.' + signature),
            Map.entry("dots alone", ".."),
            Map.entry("many dots", ".".repeat(2000)),
            Map.entry("percent-encoded dots", token.replace(".", "%2E")),
            Map.entry("in quotes", '"' + token + '"'),
            Map.entry("twice with a blank", token + ' ' + token),
            Map.entry("something after it", token + " x"),
            Map.entry("with a tab in it", header + "\t." + claims + '.' + signature),
            Map.entry("with a comma", token + ','),
            Map.entry("with a semicolon", token + ";a=b"),
            Map.entry("with an umlaut", header + '.' + claims + "\u00e4." + signature),
            Map.entry(
                "with a zero-width space",
                header + "\u00e2\u0080\u008b." + claims + '.' + signature),
            Map.entry("percent sign", "%"),
            Map.entry("rubbish", "hello"),
            Map.entry("JSON", "{\"protected\":\"" + header + "\"}"),
            Map.entry(
                "JSON in base64",
                base64("{\"payload\":\"" + claims + "\",\"signature\":\"" + signature + "\"}")),
            Map.entry("unsecured prefix", "a.b." + token));
    forms.forEach((name, form) -> token(name, MALFORMED, form));
    for (int length :
        List.of(
            1, 10, header.length(), header.length() + 10, token.length() - signature.length())) {
      token("cut off after " + length, MALFORMED, token.substring(0, length));
    }
    token("too long", "too-long", good.claim("x", quoted("y".repeat(7000))).signed());
  }

  /** The last character of a signature of 256 bytes has four bits that mean nothing. */
  private static char next(String token) {
    return (char) (token.charAt(token.length() - 1) + 1);
  }

  private void signatures() {
    String input = good.input();
    byte[] signature = good.signature("SHA256withRSA", input);
    for (int at : List.of(0, 1, 127, 254, 255)) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      token("bit of byte " + at + " of the signature", SIGNATURE, input + '.' + base64(changed));
    }
    BigInteger modulus = forge.key().getModulus().decodeToBigInteger();
    BigInteger larger = new BigInteger(1, signature).add(modulus);
    Map<String, byte[]> wrong =
        Map.ofEntries(
            Map.entry("zeros", new byte[256]),
            Map.entry("one zero", new byte[1]),
            Map.entry("a byte less", Arrays.copyOf(signature, 255)),
            Map.entry("a byte more", Arrays.copyOf(signature, 257)),
            Map.entry("a zero before it", larger(signature)),
            Map.entry("twice", twice(signature)),
            Map.entry("plus the modulus", larger.toByteArray()),
            Map.entry("the modulus", forge.key().getModulus().decode()),
            Map.entry("one", BigInteger.ONE.toByteArray()),
            Map.entry("the input's text", input.getBytes(UTF_8)),
            Map.entry("of SHA-1", good.signature("SHA1withRSA", input)),
            Map.entry("of SHA-512", good.signature("SHA512withRSA", input)),
            Map.entry("without a hash", good.signature("NONEwithRSA", "x")),
            Map.entry(
                "of the claims alone", good.signature("SHA256withRSA", base64(good.claimsJson()))),
            Map.entry("of the input and a dot", good.signature("SHA256withRSA", input + '.')));
    wrong.forEach(
        (name, bytes) -> token("signature " + name, SIGNATURE, input + '.' + base64(bytes)));
    String other = good.claim("jti", quoted("other")).signed();
    token("signature of another token", SIGNATURE, input + other.substring(other.lastIndexOf('.')));
    token(
        "header of another spelling",
        SIGNATURE,
        base64(good.headerJson().replace(",", ", "))
            + input.substring(input.indexOf('.'))
            + '.'
            + base64(signature));
    token(
        "another subject",
        SIGNATURE,
        good.claim("sub", quoted("root")).input() + '.' + base64(signature));
    token(
        "another role",
        SIGNATURE,
        good.claim("groups", "[\"operator\"]").input() + '.' + base64(signature));
    token(
        "a later end",
        SIGNATURE,
        good.claim("exp", "4102444800").input() + '.' + base64(signature));
  }

  private static byte[] larger(byte[] signature) {
    byte[] larger = new byte[signature.length + 1];
    System.arraycopy(signature, 0, larger, 1, signature.length);
    return larger;
  }

  private static byte[] twice(byte[] signature) {
    byte[] twice = Arrays.copyOf(signature, 2 * signature.length);
    System.arraycopy(signature, 0, twice, signature.length, signature.length);
    return twice;
  }

  private void issuersAndAudiences() {
    String issuer = forge.issuer();
    for (String json : Arrays.asList(null, "null", "1", "[" + quoted(issuer) + "]", "{}", "true")) {
      claim("iss", json, "issuer");
    }
    for (String name :
        List.of(
            "",
            issuer + "/",
            issuer + " ",
            issuer + "#",
            issuer + "\\u0000",
            issuer.toUpperCase(),
            issuer.replace("https:", "http:"),
            issuer.substring(1),
            issuer.substring(0, issuer.length() - 1),
            issuer + "/../baton",
            "https://evil.example/" + issuer,
            stranger)) {
      claim("iss", quoted(name), "issuer");
    }
    String audience = forge.audience();
    for (String json :
        Arrays.asList(
            null,
            "null",
            "1",
            "[]",
            "[1]",
            "[null]",
            "[[" + quoted(audience) + "]]",
            "[" + quoted(audience) + ",1]",
            "{" + quoted(audience) + ":1}",
            quoted(""),
            quoted("*"),
            quoted(audience + " "),
            quoted(audience.toUpperCase()),
            quoted(audience + ",other"),
            quoted(audience + "/"),
            "[\"other\",\"another\"]")) {
      claim("aud", json, "audience");
    }
  }

  private void times() {
    long now = Long.parseLong(good.claims().get("iat"));
    for (String json :
        Arrays.asList(
            null,
            "null",
            "true",
            "[]",
            "{}",
            quoted(Long.toString(now + 300)),
            quoted("2999-01-01T00:00:00Z"),
            now + 300 + ".5",
            now + 300 + ".0",
            "4e9",
            "1e400",
            "-1",
            "-0.0",
            "253402300800",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999")) {
      claim("exp", json, CLAIMS);
    }
    claim("exp", "0", "expired");
    claim("exp", "1", "expired");
    claim("exp", Long.toString(now - 1), "expired");
    claim("exp", Long.toString(now), "expired");
    for (String claim : List.of("nbf", "iat")) {
      claim(claim, Long.toString(now + 3600), "not-yet-valid");
      claim(claim, "253402300799", "not-yet-valid");
      for (String json :
          List.of(
              "null",
              "true",
              "[]",
              quoted(Long.toString(now)),
              now + ".5",
              "-1",
              "1e3",
              "9223372036854775808")) {
        claim(claim, json, CLAIMS);
      }
    }
  }

  private void names() {
    for (String claim : List.of("sub", "upn")) {
      for (String json :
          List.of(
              "null",
              "1",
              "true",
              "[]",
              "{}",
              "\"\"",
              "\" \"",
              "\"a\\u0000b\"",
              "\"a\\nb\"",
              quoted("x".repeat(256)))) {
        claim(claim, json, CLAIMS);
      }
    }
    claim("sub", null, CLAIMS);
    for (String json :
        Arrays.asList(
            null,
            "null",
            "1",
            "true",
            "{}",
            "\"clerk\"",
            "\"clerk,operator\"",
            "[1]",
            "[null]",
            "[[\"clerk\"]]",
            "[{\"role\":\"clerk\"}]",
            "[\"clerk\",7]")) {
      claim("groups", json, CLAIMS);
    }
    for (String json : List.of("null", "1", "[]", "{}", "true")) {
      claim("jti", json, CLAIMS);
    }
  }

  private void encrypted() {
    try {
      RSAEncrypter encrypter = new RSAEncrypter(forge.key().toRSAPublicKey());
      for (String inner : List.of(good.claimsJson(), good.signed())) {
        JWEHeader header =
            new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128CBC_HS256)
                .keyID(forge.key().getKeyID())
                .contentType(inner.startsWith("{") ? null : "JWT")
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(inner));
        jwe.encrypt(encrypter);
        token(
            "JWE of " + (inner.startsWith("{") ? "claims" : "a token"), MALFORMED, jwe.serialize());
      }
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    token(
        "a token in a token",
        MALFORMED,
        good.signed(base64(good.headerJson()) + '.' + base64(good.signed())));
    token(
        "a token in a token that says so",
        MALFORMED,
        good.signed(
            base64(good.header("cty", quoted("JWT")).headerJson()) + '.' + base64(good.signed())));
  }

  private void fields() {
    String token = UsedTokens.remembered(good.signed());
    field("nothing", "missing", "");
    field("an empty field", MALFORMED, "Authorization:\r\n");
    field("a raw token", MALFORMED, authorization(token));
    for (String scheme :
        List.of("Basic", "JWT", "Token", "DPoP", "Bearer:", "Bearers", "Digest", "bear\u00e9r")) {
      field("scheme " + scheme, "missing", authorization(scheme + ' ' + token));
    }
    for (String glue : List.of("=", ":", "\t", ",", "/")) {
      field(
          "scheme and token with " + (int) glue.charAt(0),
          MALFORMED,
          authorization("Bearer" + glue + token));
    }
    field("scheme alone", MALFORMED, authorization("Bearer"));
    field("scheme and blanks", MALFORMED, authorization("Bearer    "));
    field(
        "two tokens with a comma",
        MALFORMED,
        authorization("Bearer " + token + ", Bearer " + token));
    field("two schemes", "missing", authorization("Basic YTpi, Bearer " + token));
    field("two fields", "ambiguous", authorization("Bearer " + token).repeat(2));
    field(
        "a good field and a bad one",
        "ambiguous",
        authorization("Bearer " + token) + authorization("Bearer x"));
    field(
        "a bad field and a good one",
        "ambiguous",
        authorization("Bearer x") + authorization("Bearer " + token));
    field(
        "an empty field and a good one",
        "ambiguous",
        authorization("") + authorization("Bearer " + token));
    field(
        "two fields of two spellings",
        "ambiguous",
        authorization("Bearer " + token) + "authorization: Bearer " + token + "\r\n");
    for (String other :
        List.of(
            "Proxy-Authorization",
            "X-Authorization",
            "X-Access-Token",
            "X-Forwarded-Access-Token",
            "Access-Token",
            "X-JWT")) {
      field("in " + other, "missing", other + ": Bearer " + token + "\r\n");
    }
    for (String cookie :
        List.of("Bearer", "jwt", "access_token", "Authorization", "LtpaToken2", "JSESSIONID")) {
      field("in a cookie " + cookie, "missing", "Cookie: " + cookie + "=" + token + "\r\n");
    }
    for (String claim :
        List.of(
            "$WSRU: root",
            "X-Remote-User: root",
            "X-Forwarded-User: root",
            "iv-user: root",
            "$WSAT: BASIC\r\n$WSPR: root",
            "OIDC_CLAIM_sub: root",
            "X-MS-CLIENT-PRINCIPAL: root",
            "SSL_CLIENT_VERIFY: SUCCESS")) {
      field("the claim " + claim, "missing", claim + "\r\n");
    }
  }

  private void field(String name, String cause, String fields) {
    all.add(new Hostile(name, cause, fields));
  }

  private static String authorization(String value) {
    return "Authorization: " + value + "\r\n";
  }
}
