package dev.baton.tests.requests;

import dev.baton.tests.requests.HostileRequest.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A good request of a good token, spoilt in one place each (RFC 9110, 9112; OWASP ASVS 5.0 chapter
 * 4).
 */
public final class HostileRequests {

  private static final String END = "\r\n";
  private static final String HOST = "Host: localhost" + END;
  private static final String CHUNKED = "Transfer-Encoding: chunked" + END;
  private static final String LAST_CHUNK = "0" + END + END;

  private final List<HostileRequest> all = new ArrayList<>();
  private final String path;
  private final String auth;

  private HostileRequests(String path, String token) {
    this.path = path;
    this.auth = "Authorization: Bearer " + token + END;
  }

  /**
   * All of them.
   *
   * @param path of a resource that the token opens
   */
  public static List<HostileRequest> of(String path, String token) {
    HostileRequests requests = new HostileRequests(path, token);
    requests.lengths();
    requests.codings();
    requests.chunks();
    requests.fields();
    requests.requestLines();
    requests.hosts();
    requests.paths();
    requests.bodies();
    requests.sizes();
    return requests.all;
  }

  private void lengths() {
    String hidden = hidden();
    String two = "Content-Length: 0" + END + "Content-Length: " + hidden.length() + END;
    post("two lengths, the small one first", two, hidden);
    post(
        "two lengths, the large one first",
        "Content-Length: " + hidden.length() + END + "Content-Length: 0" + END,
        hidden);
    post("a list of lengths", "Content-Length: 0, " + hidden.length() + END, hidden);
    for (String length :
        List.of("abc", "-1", "+5", "0x5", "5 5", "5;", "", "1e1", "99999999999999999999", "5,5x")) {
      String field = "Content-Length: " + length + END;
      post("POST with the length '" + length + "'", field, hidden);
      add(
          "GET with the length '" + length + "'",
          Verdict.THE_FRONT_ONLY,
          framed("GET", path, field, hidden));
      add(
          "DELETE with the length '" + length + "'",
          Verdict.THE_FRONT_ONLY,
          framed("DELETE", path + "000000", field, hidden));
    }
    post("a length and a coding", "Content-Length: 5" + END + CHUNKED, LAST_CHUNK + hidden);
    post("a coding and a length", CHUNKED + "Content-Length: 5" + END, LAST_CHUNK + hidden);
  }

  private void codings() {
    String hidden = LAST_CHUNK + hidden();
    post("two codings", CHUNKED + CHUNKED, hidden);
    for (String coding :
        List.of(
            "chunked, chunked",
            "gzip, chunked",
            "chunked, gzip",
            "identity",
            "chunked, identity",
            "xchunked",
            "chunked;x=1",
            "\"chunked\"",
            "\u000bchunked",
            "")) {
      post("the coding '" + coding + "'", "Transfer-Encoding: " + coding + END, hidden);
    }
    post("a coding with a space before its colon", "Transfer-Encoding : chunked" + END, hidden);
    add(
        "a coding in a folded line",
        Verdict.NOBODY,
        framed("POST", path, "Transfer-Encoding:" + END + " chunked" + END, LAST_CHUNK));
    add(
        "a coding in HTTP/1.0",
        "POST " + path + " HTTP/1.0" + END + HOST + auth + CHUNKED + END + hidden);
  }

  private void chunks() {
    for (String chunk :
        List.of(
            "ZZ\r\nhello\r\n",
            "-1\r\nhello\r\n",
            "0x5\r\nhello\r\n",
            "FFFFFFFFFFFFFFFFF\r\nhello\r\n",
            "\r\nhello\r\n",
            "5\r\nhelloX",
            "5\rhello\r\n",
            "5 5\r\nhello\r\n")) {
      post("the chunk '" + chunk.strip() + "'", CHUNKED, chunk + LAST_CHUNK);
    }
    add(
        "a chunk's extension without an end",
        Verdict.EVERYBODY,
        framed("POST", path, CHUNKED, "5;x=" + "y".repeat(70_000) + "\r\nhello\r\n" + LAST_CHUNK));
    add(
        "a token in the trailer",
        Verdict.NOBODY,
        framed("POST", path, CHUNKED, "0" + END + "Authorization: Bearer x" + END + END));
  }

  private void fields() {
    field("a folded field", Verdict.NOBODY, "X-Folded: a" + END + " b" + END);
    field("a field folded by a tab", Verdict.NOBODY, "X-Folded: a" + END + "\tb" + END);
    add(
        "a folded token",
        Verdict.NOBODY,
        "GET " + path + " HTTP/1.1" + END + HOST + auth.replace(": ", ":" + END + " ") + END);
    add(
        "a space before the first field",
        Verdict.THE_FRONT,
        "GET " + path + " HTTP/1.1" + END + " X-First: a" + END + HOST + auth + END);
    field("a space before a colon", Verdict.THE_FRONT, "X-Space : a" + END);
    field("a field without a colon", Verdict.EVERYBODY, "X-No-Colon" + END);
    field("a field without a name", Verdict.THE_FRONT, ": a" + END);
    field("a carriage return in a value", Verdict.THE_FRONT, "X-Return: a\rb: c" + END);
    field("a zero in a value", Verdict.THE_FRONT, "X-Zero: a\u0000b" + END);
    field("a zero in a name", Verdict.EVERYBODY, "X-Ze\u0000ro: a" + END);
    field("a control character in a value", Verdict.THE_FRONT, "X-Control: a\u001bb" + END);
    field("a delete character in a value", Verdict.THE_FRONT, "X-Delete: a\u007fb" + END);
    field("a space in a name", Verdict.THE_FRONT, "X Space: a" + END);
    field("a name that is not ASCII", Verdict.THE_FRONT, "X-\u00e4: a" + END);
    field("brackets in a name", Verdict.THE_FRONT, "X-(a): a" + END);
    field("a line feed alone after one field", Verdict.THE_FRONT, "X-Feed: a\n");
    add(
        "line feeds alone",
        Verdict.THE_FRONT,
        ("GET " + path + " HTTP/1.1" + END + HOST + auth + END).replace("\r", ""));
    add(
        "carriage returns alone",
        Verdict.EVERYBODY,
        ("GET " + path + " HTTP/1.1" + END + HOST + auth + END).replace("\n", "") + END + END);
    field("an expectation that nobody knows", Verdict.NOBODY, "Expect: 200-ok" + END);
    field(
        "an upgrade to HTTP/2",
        Verdict.NOBODY,
        "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n");
    field(
        "an upgrade to a socket",
        Verdict.NOBODY,
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n");
    field("a connection that drops the token", Verdict.NOBODY, "Connection: Authorization" + END);
  }

  private void requestLines() {
    line("a method in lower case", Verdict.THE_FRONT, "get " + path + " HTTP/1.1");
    line("a method that nobody knows", "FOO " + path + " HTTP/1.1");
    line("a method that is no token", "G@T " + path + " HTTP/1.1");
    line("TRACE", "TRACE " + path + " HTTP/1.1");
    line("CONNECT", "CONNECT localhost:443 HTTP/1.1");
    line("CONNECT with a path", "CONNECT " + path + " HTTP/1.1");
    line("no target", "GET HTTP/1.1");
    line("no method", path + " HTTP/1.1");
    line("a target without a slash", "GET " + path.substring(1) + " HTTP/1.1");
    line("a star as the target", "GET * HTTP/1.1");
    line("a target with a space", "GET " + path + " x HTTP/1.1");
    line("a fragment", Verdict.THE_FRONT, "GET " + path + "#x HTTP/1.1");
    line("a tab for a space", Verdict.THE_FRONT, "GET\t" + path + "\tHTTP/1.1");
    line("two spaces", Verdict.THE_FRONT, "GET  " + path + " HTTP/1.1");
    line("a space at the end", Verdict.THE_FRONT, "GET " + path + " HTTP/1.1 ");
    for (String version : List.of("HTTP/9.9", "HTTP/0.9", "HTTP/1.1x", "http/1.1", "HTTP/1")) {
      line("the version " + version, "GET " + path + " " + version);
    }
    line("the version HTTP/2.0", Verdict.NOBODY, "GET " + path + " HTTP/2.0");
    line("the version HTTP/1.2", Verdict.NOBODY, "GET " + path + " HTTP/1.2");
    add("a line without a version", "GET " + path + END + END);
    add("the preface of HTTP/2", "PRI * HTTP/2.0" + END + END + "SM" + END + END);
    line(
        "a line of 9 KB", Verdict.THE_FRONT, "GET " + path + "?" + "x".repeat(9_000) + " HTTP/1.1");
    line("a line of 100 KB", "GET " + path + "?" + "x".repeat(100_000) + " HTTP/1.1");
    line("a method of 9 KB", "G".repeat(9_000) + " " + path + " HTTP/1.1");
  }

  private void hosts() {
    String line = "GET " + path + " HTTP/1.1" + END;
    add("no host", line + auth + END);
    add("two hosts", line + HOST + "Host: evil.example" + END + auth + END);
    add("a host twice", line + HOST + HOST + auth + END);
    for (String host : List.of("", "a b", "a, b", "user@localhost", "localhost/x", "localhost:x")) {
      add("the host '" + host + "'", line + "Host: " + host + END + auth + END);
    }
    line("another host's address", Verdict.NOBODY, "GET http://evil.example" + path + " HTTP/1.1");
    line("an address of FTP", Verdict.THE_FRONT, "GET ftp://localhost" + path + " HTTP/1.1");
    line("an address of a file", "GET file:///etc/passwd HTTP/1.1");
  }

  private void paths() {
    for (String end :
        List.of(
            "/%2e%2e/x",
            "/../../../../etc/passwd",
            "/%00",
            "%2fx",
            "/..;/x",
            "\\x",
            "%5cx",
            "/%c0%ae%c0%ae/x",
            "/%ff",
            "/\u00ff",
            "/\u00c3\u00a4",
            "/%zz",
            "%",
            "/%u002e",
            "/./x",
            "/%0d%0aX-Injected:%20x",
            "/<script>",
            "/{id}",
            "/\"",
            "/x|y")) {
      line("the path's end '" + end + "'", "GET " + path + end + " HTTP/1.1");
    }
    line("a parameter in the path", Verdict.THE_FRONT, "GET " + path + ";x=1 HTTP/1.1");
    for (String query : List.of("?%zz", "?a=%00", "?<script>alert(1)</script>", "?a=\u00ff")) {
      line("the query '" + query + "'", Verdict.NOBODY, "GET " + path + query + " HTTP/1.1");
    }
    for (String target :
        List.of(
            "//evil.example/x",
            "/../../..",
            "/.problem",
            "/WEB-INF/web.xml",
            "/ibm/api",
            "/ibm_security_logout",
            "/j_security_check",
            "/metrics",
            "/openapi",
            "/adminCenter",
            "/IBMJMXConnectorREST")) {
      line("the page " + target, "GET " + target + " HTTP/1.1");
    }
    line("a path of slashes", Verdict.NOBODY, "GET " + "/".repeat(10) + path + " HTTP/1.1");
  }

  private void bodies() {
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{}{}",
            "{\"a\":1}x",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1e400}",
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"a\":\"\u00ff\"}",
            "{\"a\":\"\u0000\"}",
            "\u00ef\u00bb\u00bf{}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000))) {
      write("the body '" + shown(body) + "'", "Content-Type: application/json" + END, body);
    }
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "/",
            "multipart/form-data; boundary=x",
            "application/x-java-serialized-object")) {
      write("a body of the type " + type, "Content-Type: " + type + END, "{}");
    }
    for (String coding : List.of("gzip", "deflate", "br", "nonsense")) {
      write(
          "a body that is not " + coding,
          "Content-Type: application/json" + END + "Content-Encoding: " + coding + END,
          "{}");
    }
    write(
        "a body that is larger than its type allows",
        "Content-Type: application/json" + END,
        "{\"a\":\"" + "x".repeat(3_000_000) + "\"}");
    add(
        "a body of 99 GB",
        framed(
            "POST",
            collection(),
            "Content-Type: application/json" + END + "Content-Length: 99999999999" + END,
            "{}"));
  }

  private void sizes() {
    field("a field of 20 KB", Verdict.THE_FRONT, "X-Long: " + "x".repeat(20_000) + END);
    field("a field of 200 KB", Verdict.EVERYBODY, "X-Long: " + "x".repeat(200_000) + END);
    field("a name of 20 KB", Verdict.THE_FRONT, "x".repeat(20_000) + ": x" + END);
    field("a cookie of 20 KB", Verdict.THE_FRONT, "Cookie: a=" + "x".repeat(20_000) + END);
    field("1000 cookies", Verdict.EVERYBODY, ("Cookie: a=b" + END).repeat(1_000));
    field("300 fields", Verdict.EVERYBODY, ("X-Many: x" + END).repeat(300));
    field("2 MB of fields", Verdict.EVERYBODY, ("X-Much: " + "x".repeat(8_000) + END).repeat(250));
  }

  /** What the rest of a request would be, for who reads its end too early. */
  private String hidden() {
    return "GET " + path + "?hidden HTTP/1.1" + END + HOST + auth + END;
  }

  private void post(String name, String fields, String body) {
    add(name, framed("POST", path, fields, body));
  }

  private void field(String name, Verdict verdict, String fields) {
    add(name, verdict, framed("GET", path, fields, ""));
  }

  private void line(String name, String line) {
    line(name, Verdict.EVERYBODY, line);
  }

  private void line(String name, Verdict verdict, String line) {
    add(name, verdict, line + END + HOST + auth + END);
  }

  private void write(String name, String fields, String body) {
    String length = "Content-Length: " + body.length() + END;
    String method = collection().equals(path) ? "PUT" : "POST";
    add(
        name,
        framed(method, collection(), "If-Match: \"0\"" + END + key() + fields + length, body));
  }

  private static String key() {
    return "Idempotency-Key: hostile-request" + END;
  }

  /** Orders are written to their collection, stock and prices where they are. */
  private String collection() {
    return path.contains("/orders/") ? path.substring(0, path.lastIndexOf('/')) : path;
  }

  private String framed(String method, String target, String fields, String body) {
    return method + " " + target + " HTTP/1.1" + END + HOST + auth + fields + END + body;
  }

  private void add(String name, String text) {
    add(name, Verdict.EVERYBODY, text);
  }

  private void add(String name, Verdict verdict, String text) {
    all.add(new HostileRequest(name, verdict, text));
  }

  private static String shown(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "..." : text;
  }
}
