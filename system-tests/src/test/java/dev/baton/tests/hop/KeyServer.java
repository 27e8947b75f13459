package dev.baton.tests.hop;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys, well or badly, and counts how often it is asked. */
final class KeyServer implements AutoCloseable {

  /** How it answers. */
  enum Mood {
    WELL,
    ERROR,
    HTML,
    CUT_OFF,
    HANGING
  }

  private final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile Mood mood = Mood.WELL;
  private volatile byte[] keys = {};

  KeyServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/jwk", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwk";
  }

  void publish(JWK... published) {
    keys = new JWKSet(List.of(published)).toString(true).getBytes(StandardCharsets.UTF_8);
  }

  void mood(Mood wanted) {
    mood = wanted;
  }

  int fetches() {
    return fetches.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    fetches.incrementAndGet();
    switch (mood) {
      case WELL -> send(exchange, 200, keys, keys.length);
      case ERROR -> send(exchange, 500, new byte[] {'!'}, 1);
      case HTML -> send(exchange, 200, "<html>".getBytes(StandardCharsets.US_ASCII), 6);
      case CUT_OFF -> send(exchange, 200, keys, keys.length * 2);
      case HANGING -> pause();
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body, int announced)
      throws IOException {
    exchange.sendResponseHeaders(status, announced);
    exchange.getResponseBody().write(body);
  }

  private static void pause() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
