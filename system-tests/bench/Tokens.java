import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The benchmark's issuer: {@code java Tokens.java FOLDER COUNT ISSUER AUDIENCE} makes a key of its own, and tokens of
 * 200 customers that it signed.
 *
 * <p>Writes {@code jwks.json} and {@code public.pem}, by which a server verifies, and {@code tokens.tsv}, one line
 * {@code user TAB token} each: the customers in turn, each token another one.
 */
class Tokens {

  private static final int CUSTOMERS = 200;
  private static final long LIFETIME_SECONDS = 24 * 3600;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final String keyId = UUID.randomUUID().toString();
  private final String issuer;
  private final String audience;
  private final long now = Instant.now().getEpochSecond();

  Tokens(PrivateKey key, String issuer, String audience) {
    this.key = key;
    this.issuer = issuer;
    this.audience = audience;
  }

  public static void main(String[] args) throws GeneralSecurityException, IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Tokens tokens = new Tokens(pair.getPrivate(), args[2], args[3]);
    Files.writeString(folder.resolve("public.pem"), pem(pair));
    Files.writeString(folder.resolve("tokens.tsv"), tokens.lines(Integer.parseInt(args[1])));
    Files.writeString(folder.resolve("jwks.json"), tokens.jwks((RSAPublicKey) pair.getPublic()));
  }

  private String lines(int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(this::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(int number) {
    String user = String.format("user-%03d", number % CUSTOMERS);
    return user + "\t" + token(user, number);
  }

  private String token(String user, int number) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId);
    String claims =
        """
        {"iss":"%s","aud":"%s","sub":"%s","upn":"%s","groups":["customer"],"jti":"%s-%d","iat":%d,"exp":%d}"""
            .formatted(issuer, audience, user, user, user, number, now, now + LIFETIME_SECONDS);
    String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    return signed + "." + base64(signature(signed));
  }

  private byte[] signature(String signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String jwks(RSAPublicKey key) {
    return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
        """
        .formatted(keyId, number(key.getModulus()), number(key.getPublicExponent()));
  }

  /** Big-endian without a sign (RFC 7518 section 6.3.1). */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return base64(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String pem(KeyPair pair) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
