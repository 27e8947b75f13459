package dev.baton.tests.balancer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands for a gateway: ready, and either answering or dying in the middle of every request. */
final class StubGateway implements AutoCloseable {

  /** What a gateway does with a request that it has read. */
  enum Manner {
    ANSWERS,
    DIES
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Manner manner;

  StubGateway(Manner manner) {
    this.manner = manner;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/health/ready", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The paths that arrived, in order. */
  List<String> seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    seen.add(exchange.getRequestURI().getPath());
    if (manner == Manner.DIES) {
      exchange.close();
      return;
    }
    answer(exchange, 200, headersOf(exchange));
  }

  private static String headersOf(HttpExchange exchange) {
    StringBuilder text = new StringBuilder();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> text.append(name).append(": ").append(values).append('\n'));
    return text.toString();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.getResponseHeaders().set("Server-Timing", "gateway.total;dur=1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
