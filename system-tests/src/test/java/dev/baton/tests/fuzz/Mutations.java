package dev.baton.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Changes a good request in one place. The same seed makes the same change.
 *
 * @param path of the request
 * @param token a good one
 */
public record Mutations(String path, String token) {

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final List<String> STRANGE_PATHS =
      List.of(
          "/../",
          "//",
          "/./",
          "/%2e%2e/",
          "/..;/",
          ";x=1",
          "%2f",
          "%5c",
          "%00",
          "%0d%0a",
          "%c0%ae",
          "%ff",
          "%25",
          "/WEB-INF/web.xml",
          "/ibm/api",
          "/metrics",
          "?%zz",
          "?a=" + "b".repeat(3000),
          "\u00e9",
          "#x",
          "*",
          "$",
          "'\"<script>",
          "/.problem",
          "{id}");
  private static final List<String> STRANGE_HEADERS =
      List.of(
          "X-Forwarded-For: 127.0.0.1",
          "X-Forwarded-Host: evil.example",
          "Forwarded: for=127.0.0.1;host=evil.example",
          "$WSRU: admin",
          "$WSAT: BASIC",
          "X-Original-URL: /ops/tokens/1",
          "X-HTTP-Method-Override: DELETE",
          "Cookie: LtpaToken2=abc; JSESSIONID=1",
          "Accept: \u0001",
          "Accept: ;q=,,/",
          "Accept-Language: " + "x-".repeat(500),
          "traceparent: 00-zz-zz-01",
          "If-None-Match: \"",
          "Range: bytes=9-1,-,5-",
          "Expect: 200-ok",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAAA",
          "Transfer-Encoding: gzip, chunked",
          "Host: other.example",
          "X-Long: " + "y".repeat(9000),
          "Origin: null",
          "Content-Type: application/xml; charset=nonsense",
          "Connection: Authorization");
  private static final List<String> METHODS =
      List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "get", "FOO", "G@T");

  /** The request before any change. */
  public String good() {
    return request("GET", path, "HTTP/1.1", "Authorization: Bearer " + token + "\r\n");
  }

  /** One change of the token, of its header field, or of the request around it. */
  public Mutant next(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (random.nextInt(4)) {
      case 0 -> ofHeader(random);
      case 1 -> ofRequest(random);
      default -> ofToken(random);
    };
  }

  /** One change of the token. */
  public Mutant nextToken(long seed) {
    return ofToken(new SplittableRandom(seed));
  }

  private Mutant ofToken(SplittableRandom random) {
    String changed = token;
    int manner = random.nextInt(8);
    while (changed.equals(token)) {
      changed = changedToken(manner, random);
    }
    return refused("token " + manner, "Authorization: Bearer " + changed);
  }

  private String changedToken(int manner, SplittableRandom random) {
    String[] parts = token.split("\\.");
    int part = random.nextInt(3);
    return switch (manner) {
      case 0 ->
          replaced(token, random.nextInt(token.length()), BASE64URL.charAt(random.nextInt(64)));
      case 1 -> token.substring(0, random.nextInt(token.length() - 1) + 1);
      case 2 -> inserted(token, random, "=. \t\u00e9\u0000+/%".charAt(random.nextInt(9)));
      case 3 -> parts[random.nextInt(3)] + "." + parts[random.nextInt(3)] + "." + parts[part];
      case 4 -> token + "." + parts[part];
      case 5 -> recoded(parts, 0, json -> changedJson(json, random));
      case 6 -> recoded(parts, 1, json -> changedJson(json, random));
      default -> token.toUpperCase();
    };
  }

  private static String changedJson(String json, SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 ->
          json.replace(
              "RS256", List.of("none", "HS256", "PS256", "ES256", "").get(random.nextInt(5)));
      case 1 -> json.replaceFirst(":\"[^\"]*\"", ":" + random.nextInt());
      case 2 -> json.replaceFirst("}$", ",\"x\":" + "[".repeat(random.nextInt(900) + 1) + "}");
      case 3 -> json.substring(0, random.nextInt(json.length()));
      default -> replaced(json, random.nextInt(json.length()), (char) (32 + random.nextInt(95)));
    };
  }

  private static String recoded(String[] parts, int which, UnaryOperator<String> change) {
    String json = new String(Base64.getUrlDecoder().decode(parts[which]), UTF_8);
    String[] changed = parts.clone();
    changed[which] =
        Base64.getUrlEncoder().withoutPadding().encodeToString(change.apply(json).getBytes(UTF_8));
    return String.join(".", changed);
  }

  private Mutant ofHeader(SplittableRandom random) {
    String good = "Authorization: Bearer " + token;
    int manner = random.nextInt(7);
    String header =
        switch (manner) {
          case 0 -> "Authorization: " + token;
          case 1 -> "Authorization: Basic " + token;
          case 2 -> good + "\r\n" + good;
          case 3 -> "Authorization: Bearer";
          case 4 -> "Cookie: access_token=" + token;
          case 5 -> good + "," + token;
          default -> "X-" + good;
        };
    return refused("header " + manner, header);
  }

  /** Without a token, so that nothing of it may ever be answered with success. */
  private Mutant ofRequest(SplittableRandom random) {
    int manner = random.nextInt(3);
    String strange = STRANGE_HEADERS.get(random.nextInt(STRANGE_HEADERS.size())) + "\r\n";
    String method = manner == 0 ? METHODS.get(random.nextInt(METHODS.size())) : "GET";
    String target = manner == 1 ? strangePath(random) : path;
    String headers = manner == 2 ? strange : "";
    boolean hasToken = random.nextBoolean() && manner > 0;
    String bearer = hasToken ? "Authorization: Bearer " + token + "\r\n" : "";
    return new Mutant(
        "request " + manner, request(method, target, "HTTP/1.1", bearer + headers), !hasToken);
  }

  private String strangePath(SplittableRandom random) {
    String strange = STRANGE_PATHS.get(random.nextInt(STRANGE_PATHS.size()));
    int at = random.nextInt(path.length()) + 1;
    return path.substring(0, at) + strange + path.substring(at);
  }

  private Mutant refused(String manner, String header) {
    return new Mutant(manner, request("GET", path, "HTTP/1.1", header + "\r\n"), true);
  }

  private static String request(String method, String path, String protocol, String headers) {
    return method
        + " "
        + path
        + " "
        + protocol
        + "\r\nHost: localhost\r\nConnection: close\r\n"
        + headers
        + "\r\n";
  }

  private static String replaced(String text, int at, char with) {
    return text.substring(0, at) + with + text.substring(at + 1);
  }

  private static String inserted(String text, SplittableRandom random, char what) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + what + text.substring(at);
  }
}
