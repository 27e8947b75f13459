package dev.baton.tests.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/** A service that does what the path says, and remembers the last request's headers. */
final class DumbService implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> lastHeaders = new ConcurrentHashMap<>();
  private final AtomicInteger slowCalls = new AtomicInteger();
  private final HttpServer server;

  DumbService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often it was asked for something slow. */
  int slowCalls() {
    return slowCalls.get();
  }

  /** By lower-case name. */
  Map<String, List<String>> lastHeaders() {
    return lastHeaders;
  }

  /** Bytes that are not all the same, so that a lost or doubled block is noticed. */
  static void fill(byte[] buffer, long position) {
    for (int i = 0; i < buffer.length; i++) {
      long at = position + i;
      buffer[i] = (byte) (at ^ at >> 8 ^ at >> 16 ^ at >> 24);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(lower(name), values));
      lastHeaders.clear();
      lastHeaders.putAll(headers);
      answer(exchange, exchange.getRequestURI().getPath().split("/"));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void answer(HttpExchange exchange, String[] path) throws IOException {
    switch (path.length > 2 ? path[2] : "") {
      case "upload" -> text(exchange, 200, checksum(exchange.getRequestBody()));
      case "download" -> download(exchange, Long.parseLong(path[3]));
      case "chunked" -> chunked(exchange, Long.parseLong(path[3]));
      case "broken" -> broken(exchange);
      case "created" -> created(exchange);
      case "slow" -> slow(exchange, Long.parseLong(path[3]));
      case "status" -> status(exchange, Integer.parseInt(path[3]));
      default -> text(exchange, 200, exchange.getRequestMethod() + " " + exchange.getRequestURI());
    }
  }

  private static String checksum(InputStream body) throws IOException {
    CRC32 sum = new CRC32();
    long length = 0;
    byte[] buffer = new byte[BUFFER];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      sum.update(buffer, 0, read);
      length += read;
    }
    return length + " " + sum.getValue();
  }

  private static void download(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    write(exchange.getResponseBody(), length);
  }

  private static void chunked(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    write(exchange.getResponseBody(), length);
  }

  private static void broken(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000_000);
    write(exchange.getResponseBody(), 500_000);
    exchange.getResponseBody().flush();
    throw new IOException("meant to break off");
  }

  private void created(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Location", uri() + "/orders/17");
    headers.set("Link", "<" + uri() + "/orders?after=17>; rel=\"next\"");
    headers.set("Server", "Dumb/1.0");
    headers.set("X-Powered-By", "Dumb");
    headers.set("Set-Cookie", "session=1");
    headers.set("ETag", "\"1\"");
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Allow-Credentials", "true");
    text(exchange, 201, "");
  }

  private void slow(HttpExchange exchange, long millis) throws IOException {
    slowCalls.incrementAndGet();
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    text(exchange, 200, "late");
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "7");
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"service\"");
    exchange.sendResponseHeaders(status, -1);
  }

  private static void text(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Server-Timing", "service-a.total;dur=1.000");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void write(OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long position = 0; position < length; position += BUFFER) {
      fill(buffer, position);
      out.write(buffer, 0, (int) Math.min(BUFFER, length - position));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
