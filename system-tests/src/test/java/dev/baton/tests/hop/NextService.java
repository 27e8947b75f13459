package dev.baton.tests.hop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that answers "next" and remembers what Authorization came. */
final class NextService implements AutoCloseable {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  NextService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          calls.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body = "next".getBytes(StandardCharsets.US_ASCII);
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The values of Authorization, one for each call. */
  List<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
