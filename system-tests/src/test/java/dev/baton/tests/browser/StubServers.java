package dev.baton.tests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for the operators' ports of many servers: each is a folder of this one. */
final class StubServers implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);

  StubServers() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/health/ready", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/api/", StubServers::refuse);
    server.setExecutor(threads);
    server.start();
  }

  /** What the load balancer takes for a gateway. */
  URI gateway() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A server that is well, has had so many requests at the first look, and ten more at each. */
  String well(String name, int requests) {
    AtomicInteger served = new AtomicInteger(requests);
    add(name, "health", 200, () -> health("UP"));
    add(name, "metrics", 200, () -> metrics(served.getAndAdd(10)));
    return url(name);
  }

  /** A server whose database is away. */
  String unready(String name) {
    add(name, "health", 503, () -> health("DOWN"));
    add(name, "metrics", 200, () -> metrics(0));
    return url(name);
  }

  /** A server that takes the request and says nothing. */
  String hanging(String name) {
    server.createContext("/" + name + "/", exchange -> awaitEnd());
    return url(name);
  }

  /** How often a server was asked for its health. */
  int asked(String name) {
    return asked.getOrDefault(name + "/health", new AtomicInteger()).get();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String name) {
    return "http://localhost:" + server.getAddress().getPort() + "/" + name;
  }

  private void add(String name, String what, int status, Body body) {
    AtomicInteger count = asked.computeIfAbsent(name + "/" + what, key -> new AtomicInteger());
    server.createContext(
        "/" + name + "/" + what,
        exchange -> {
          count.incrementAndGet();
          answer(exchange, status, body.text());
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** As a gateway refuses who has no token. */
  private static void refuse(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestHeaders().getFirst("X-Request-Id");
    exchange.getResponseHeaders().set("X-Request-Id", id);
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"baton\"");
    answer(exchange, 401, "{\"status\":401,\"detail\":\"no bearer token\"}");
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String health(String database) {
    return """
        {"status":"%s","checks":[{"name":"published-keys","status":"UP","data":{}},
        {"name":"database","status":"%s","data":{}}]}"""
        .formatted(database, database);
  }

  /**
   * As a server tells it, shortened: one route, health checks, what operators ask, a cache, a pool.
   */
  private static String metrics(int requests) {
    String route = "http_request_method=\"GET\",http_route=\"%s\",server_port=\"9111\"";
    String orders = route.formatted("/orders/{id}") + ",http_response_status_code=";
    String health = route.formatted("/health/ready") + ",http_response_status_code=\"200\"";
    String operators =
        route.formatted("/metrics").replace("9111", "9211") + ",http_response_status_code=\"200\"";
    return String.join(
        "\n",
        "# TYPE baton_build gauge",
        "baton_build{mp_scope=\"application\",version=\"1.2.3\",} 1.0",
        "jvm_uptime_seconds{mp_scope=\"base\",} 93784.5",
        count(orders + "\"200\"", requests),
        count(orders + "\"503\"", requests / 10),
        count(health, requests * 100),
        count(operators, requests * 100),
        "http_server_request_duration_seconds{" + orders + "\"200\",quantile=\"0.99\",} 0.0423",
        "http_server_request_duration_seconds{" + health + ",quantile=\"0.99\",} 7.0",
        "http_server_request_duration_seconds{" + operators + ",quantile=\"0.99\",} 8.0",
        "baton_cache_hits{cache=\"orders\",} " + requests * 3,
        "baton_cache_misses{cache=\"orders\",} " + requests,
        "connectionpool_managedConnections{datasource=\"jdbc_baton\",} 12.0",
        "connectionpool_freeConnections{datasource=\"jdbc_baton\",} 9.0",
        "memory_usedHeap_bytes{mp_scope=\"base\",} 1.04857600E8",
        "memory_maxHeap_bytes{mp_scope=\"base\",} 2.68435456E8",
        "");
  }

  private static String count(String labels, int value) {
    return "http_server_request_duration_seconds_count{" + labels + ",} " + value;
  }

  private interface Body {
    String text();
  }
}
