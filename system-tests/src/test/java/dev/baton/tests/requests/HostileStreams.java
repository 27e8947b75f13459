package dev.baton.tests.requests;

import static dev.baton.tests.requests.Http2.frame;
import static dev.baton.tests.requests.Http2.number;

import dev.baton.tests.requests.HostileRequest.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;

/**
 * A good request of a good token over HTTP/2, spoilt in one place each: fields that would be
 * something else once they are HTTP/1.1 (RFC 9113 sections 8.2 and 10.3), and frames that are out
 * of place, too many or too large (sections 5, 6 and 10.5).
 */
public final class HostileStreams {

  private static final int LONGEST_NAME = 60;
  private static final String HOST = "localhost";
  private static final String JSON = "application/json";

  private final List<HostileRequest> all = new ArrayList<>();
  private final Map<String, String> good = new LinkedHashMap<>();
  private final String path;

  private HostileStreams(String path, String token) {
    this.path = path;
    good.put(":method", "GET");
    good.put(":scheme", "https");
    good.put(":path", path);
    good.put(":authority", HOST);
    good.put("authorization", "Bearer " + token);
  }

  /**
   * All of them.
   *
   * @param path of a resource that the token opens
   */
  public static List<HostileRequest> of(String path, String token) {
    HostileStreams streams = new HostileStreams(path, token);
    streams.fields();
    streams.pseudoFields();
    streams.lengths();
    streams.frames();
    streams.floods();
    streams.compression();
    return streams.all;
  }

  /** A request without a fault. */
  public static String good(String path, String token) {
    HostileStreams streams = new HostileStreams(path, token);
    return Http2.PREFACE + streams.headers(1, streams.block());
  }

  /** What one connection brings for one of them. */
  public static Exchange exchange(
      SSLSocketFactory sockets, URI server, String text, Duration patience) {
    return Http2.exchange(sockets, server, text, patience);
  }

  private void fields() {
    for (String name :
        List.of("X-Upper", "x a", "x:a", "x\r\nx-injected: y", "", "x\0", "x\u00e4")) {
      with("the name '" + name + "'", Verdict.EVERYBODY, name, "b");
    }
    for (String value :
        List.of("a\nx-injected: y", "a\r\nx-injected: y", "a\rb", "a\0b", "a\u001bb")) {
      with("the value '" + value + "'", Verdict.EVERYBODY, "x-value", value);
    }
    with("blanks around a value", Verdict.NOBODY, "x-value", " a ");
    for (String name : List.of("connection", "keep-alive", "proxy-connection", "upgrade")) {
      with("the field " + name, Verdict.EVERYBODY, name, "x");
    }
    with("a coding", Verdict.EVERYBODY, "transfer-encoding", "chunked");
    with("a coding of trailers", Verdict.EVERYBODY, "te", "gzip");
    with("another host's name", Verdict.NOBODY, "host", "evil.example");
    with("a second token", Verdict.EVERYBODY, "authorization", "Bearer x");
    with("an upgrade's settings", Verdict.NOBODY, "http2-settings", "AAMAAABk");
    with("a field of 20 KB", Verdict.EVERYBODY, "x-long", "x".repeat(20_000));
    String many = Http2.field("x-many", "x").repeat(300);
    block("300 fields", Verdict.EVERYBODY, block() + many);
    String crumbs = Http2.field("cookie", "a=b").repeat(1_000);
    block("1000 crumbs of a cookie", Verdict.NOBODY, block() + crumbs);
  }

  private void pseudoFields() {
    for (String method :
        List.of("", "get", "G T", "CONNECT", "TRACE", "FOO", "G\0", hidden() + "GET")) {
      but("the method '" + method + "'", Verdict.EVERYBODY, ":method", method);
    }
    for (String target :
        List.of(
            "",
            "*",
            path.substring(1),
            path + " HTTP/1.1\r\nx-injected: y",
            path + "?a b",
            path + "\0",
            path + ";x=1",
            path + "\u0080",
            "/api/../metrics",
            "/api/%2e%2e/metrics",
            "/api/..%2fmetrics",
            "/health/ready",
            path + "?" + "x".repeat(9_000))) {
      but("the path '" + target + "'", Verdict.EVERYBODY, ":path", target);
    }
    for (String host :
        List.of("a b", "user@localhost", "localhost\r\nx-injected: y", "localhost/x")) {
      but("the authority '" + host + "'", Verdict.EVERYBODY, ":authority", host);
    }
    for (String scheme : List.of("", "ht tps", "https\r\nx-injected: y")) {
      but("the scheme '" + scheme + "'", Verdict.EVERYBODY, ":scheme", scheme);
    }
    for (String name : List.of(":method", ":scheme", ":path")) {
      block("no " + name, Verdict.EVERYBODY, without(name));
      with("a second " + name, Verdict.EVERYBODY, name, good.get(name));
    }
    with("a second authority", Verdict.EVERYBODY, ":authority", "evil.example");
    with("a field of an answer", Verdict.EVERYBODY, ":status", "200");
    with("a pseudo field that nobody knows", Verdict.EVERYBODY, ":foo", "x");
    with("a protocol in a GET", Verdict.EVERYBODY, ":protocol", "websocket");
    String late = without(":path") + Http2.field(":path", path);
    block("a pseudo field after a field", Verdict.EVERYBODY, late);
  }

  /** What a second parser could take for a request of its own. */
  private String hidden() {
    String fields = "Host: localhost\r\nAuthorization: " + good.get("authorization");
    return "GET " + path + "?hidden HTTP/1.1\r\n" + fields + "\r\n\r\n";
  }

  private void lengths() {
    String body = hidden();
    write("a length that is less than the body", Verdict.EVERYBODY, "2", "{}" + body);
    write("a length that is more than the body", Verdict.EVERYBODY, "5000", "{}");
    write("the length 0 and a body", Verdict.EVERYBODY, "0", body);
    for (String length : List.of("abc", "-1", "+2", "2, 2", "99999999999999999999")) {
      write("the length '" + length + "'", Verdict.EVERYBODY, length, "{}");
    }
    String two = post("2") + Http2.field("content-length", "500");
    add("two lengths", Verdict.EVERYBODY, frame(1, Http2.END_HEADERS, 1, two) + end("{}" + body));
    String coded = post("2") + Http2.field("x-a", "b\r\ntransfer-encoding: chunked");
    add(
        "a coding inside a value",
        Verdict.EVERYBODY,
        frame(1, Http2.END_HEADERS, 1, coded) + end("0\r\n\r\n" + body));
    add(
        "a GET with a body and no length",
        Verdict.NOBODY,
        frame(1, Http2.END_HEADERS, 1, block()) + end(body));
    String trailer = Http2.field(":path", "/api/orders");
    add(
        "a pseudo field in the trailer",
        Verdict.EVERYBODY,
        frame(1, Http2.END_HEADERS, 1, post("2"))
            + frame(Http2.DATA, 0, 1, "{}")
            + headers(1, trailer));
  }

  private void frames() {
    String block = block();
    add("a body on stream 0", Verdict.EVERYBODY, frame(Http2.DATA, Http2.END_STREAM, 0, "x"));
    add("a body before its header", Verdict.EVERYBODY, end("x"));
    add("a header on stream 0", Verdict.EVERYBODY, headers(0, block));
    add("a header on stream 2", Verdict.EVERYBODY, headers(2, block));
    add("a header inside another", Verdict.EVERYBODY, open(block) + headers(3, block));
    add("the rest of no header", Verdict.EVERYBODY, frame(Http2.CONTINUATION, 4, 1, block));
    add("a promise", Verdict.EVERYBODY, frame(Http2.PROMISE, 4, 1, number(2, 4) + block));
    add("a window of 0", Verdict.EVERYBODY, frame(Http2.WINDOW, 0, 0, number(0, 4)));
    add(
        "a window that is too large",
        Verdict.EVERYBODY,
        frame(Http2.WINDOW, 0, 0, number(0x7fffffff, 4)).repeat(3));
    add("settings that are cut off", Verdict.EVERYBODY, frame(Http2.SETTINGS, 0, 0, "abc"));
    for (int setting : List.of(2, 4, 5)) {
      String value = number(setting, 2) + number(0xffffffffL, 4);
      add("too much for setting " + setting, Verdict.EVERYBODY, frame(4, 0, 0, value));
    }
    add(
        "a frame of 16 MB",
        Verdict.EVERYBODY,
        number(0xffffff, 3) + number(0, 6) + "x".repeat(90_000));
    add("more padding than frame", Verdict.EVERYBODY, frame(Http2.HEADERS, 13, 1, "\u00ff" + "x"));
    add(
        "a stream that waits for itself",
        Verdict.NOBODY,
        frame(Http2.PRIORITY, 0, 1, number(1, 4) + "\u0005") + headers(1, block));
    add("a frame that nobody knows", Verdict.NOBODY, frame(190, 0, 0, "x") + headers(1, block));
    add("rubbish after the preface", Verdict.EVERYBODY, "\u00ff".repeat(500));
    all.add(
        new HostileRequest(
            "HTTP/1.1", Verdict.EVERYBODY, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"));
  }

  private void floods() {
    String block = block();
    String end = headers(1, block);
    add("10,000 pings", Verdict.NOBODY, frame(Http2.PING, 0, 0, "12345678").repeat(10_000) + end);
    add("5,000 settings", Verdict.NOBODY, frame(Http2.SETTINGS, 0, 0, "").repeat(5_000) + end);
    String reset =
        IntStream.range(0, 1_000)
            .map(i -> 2 * i + 1)
            .mapToObj(i -> headers(i, block) + frame(Http2.RESET, 0, i, number(8, 4)))
            .collect(Collectors.joining());
    String farewell = frame(Http2.FAREWELL, 0, 0, number(0, 8));
    add("1,000 requests that are taken back, and a farewell", Verdict.NOBODY, reset + farewell);
    String rest = frame(Http2.CONTINUATION, 0, 1, Http2.field("x-more", "y".repeat(200)));
    add("a header of 600 KB", Verdict.EVERYBODY, open(block) + rest.repeat(3_000));
    add(
        "a header of 20,000 empty frames",
        Verdict.EVERYBODY,
        open(block) + frame(Http2.CONTINUATION, 0, 1, "").repeat(20_000));
    add(
        "a body of 20,000 empty frames",
        Verdict.EVERYBODY,
        frame(1, 4, 1, post("2")) + frame(Http2.DATA, 0, 1, "").repeat(20_000) + end("{}"));
  }

  /** RFC 7541. */
  private void compression() {
    block("an entry that no table has", Verdict.EVERYBODY, "\u00ff\u00ff\u00ff\u00ff\u000f");
    block("entry 0", Verdict.EVERYBODY, "\u0080");
    block("a table of 1 GB", Verdict.EVERYBODY, "\u003f\u00ff\u00ff\u00ff\u0007" + block());
    block("a field that is cut off", Verdict.EVERYBODY, block().substring(0, block().length() - 9));
    block("Huffman's end of string", Verdict.EVERYBODY, "\0\u0081\u00ff\u0081\u00ff");
    String entry = "\u0040\u0001x" + "\u007f\u00a1\u001e" + "y".repeat(4_000);
    block("48 MB from 16 KB", Verdict.EVERYBODY, block() + entry + "\u00be".repeat(12_000));
  }

  private String block() {
    return block(good);
  }

  private String without(String name) {
    Map<String, String> fields = new LinkedHashMap<>(good);
    fields.remove(name);
    return block(fields);
  }

  private static String block(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> Http2.field(field.getKey(), field.getValue()))
        .collect(Collectors.joining());
  }

  /** A header that is the whole request. */
  private String headers(int stream, String block) {
    return frame(Http2.HEADERS, Http2.END_STREAM | Http2.END_HEADERS, stream, block);
  }

  /** A header that goes on. */
  private static String open(String block) {
    return frame(Http2.HEADERS, Http2.END_STREAM, 1, block);
  }

  private static String end(String body) {
    return frame(Http2.DATA, Http2.END_STREAM, 1, body);
  }

  private String post(String length) {
    Map<String, String> fields = new LinkedHashMap<>(good);
    fields.put(":method", "POST");
    fields.put("content-type", JSON);
    fields.put("content-length", length);
    return block(fields);
  }

  private void write(String name, Verdict verdict, String length, String body) {
    add(name, verdict, frame(Http2.HEADERS, Http2.END_HEADERS, 1, post(length)) + end(body));
  }

  private void but(String name, Verdict verdict, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>(good);
    fields.put(field, value);
    block(name, verdict, block(fields));
  }

  /** A pseudo field goes before all others, where it belongs. */
  private void with(String name, Verdict verdict, String field, String value) {
    String more = Http2.field(field, value);
    block(name, verdict, field.startsWith(":") ? more + block() : block() + more);
  }

  /** Frames of the size that every server takes. */
  private void block(String name, Verdict verdict, String block) {
    int most = 16_000;
    if (block.length() <= most) {
      add(name, verdict, headers(1, block));
      return;
    }
    StringBuilder frames = new StringBuilder(open(block.substring(0, most)));
    for (int from = most; from < block.length(); from += most) {
      int to = Math.min(from + most, block.length());
      int flags = to == block.length() ? Http2.END_HEADERS : 0;
      frames.append(frame(Http2.CONTINUATION, flags, 1, block.substring(from, to)));
    }
    add(name, verdict, frames.toString());
  }

  private void add(String name, Verdict verdict, String frames) {
    all.add(new HostileRequest("over HTTP/2, " + shown(name), verdict, Http2.PREFACE + frames));
  }

  private static String shown(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "..." : text;
  }
}
