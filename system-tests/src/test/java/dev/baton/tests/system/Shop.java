package dev.baton.tests.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.Web;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Writes orders, stock and prices of a running chain, as whoever may. */
final class Shop {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private static final Duration TOKEN_USED = Duration.ofSeconds(30);
  private static final int MOST_TRIES = 10;

  private final LocalChain chain;
  private final Map<String, Bearer> people = new ConcurrentHashMap<>();
  private final Map<String, Held> tokens = new ConcurrentHashMap<>();
  private final Web inside;

  Shop(LocalChain chain) {
    this.chain = chain;
    inside = chain.showing("gateway-1");
    people.put("alice", new Bearer("alice", "customer"));
    people.put("bob", new Bearer("bob", "customer"));
    people.put("carol", new Bearer("carol", "clerk"));
    people.put("walter", new Bearer("walter", "warehouse"));
    people.put("petra", new Bearer("petra", "pricing"));
    people.put("olga", new Bearer("olga", "auditor"));
    people.put("worker", new Bearer("baton-worker", "reconciler"));
  }

  static String freshKey() {
    return UUID.randomUUID().toString();
  }

  static String freshSku() {
    return "TEST-" + UUID.randomUUID();
  }

  /** An article that nobody else in the tests sells. */
  String article(long available) {
    String sku = freshSku();
    Map<String, String> absent = Map.of("If-None-Match", "*");
    assertThat(putStock(sku, available, absent).status()).isEqualTo(201);
    assertThat(putPrice(sku, 500, absent).status()).isEqualTo(201);
    return sku;
  }

  /** Makes a customer known to this shop. */
  String customer(String name) {
    people.put(name, new Bearer(name, "customer"));
    return name;
  }

  Answer place(String user, String key, String sku, Object quantity) {
    return post(
        user,
        Map.of("Idempotency-Key", key),
        "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}");
  }

  /** As a customer does it: what is not answered is sent again, when {@code Retry-After} says. */
  Answer placeUntilAnswered(String user, String key, String sku, int quantity) {
    Answer answer = place(user, key, sku, quantity);
    for (int tries = 1; answer.status() == 503 && tries < MOST_TRIES; tries++) {
      pause(answer);
      answer = place(user, key, sku, quantity);
    }
    return answer;
  }

  private static void pause(Answer refused) {
    try {
      Thread.sleep(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer post(String user, Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(JSON);
    all.putAll(headers);
    return send("POST", front("/api/orders"), user, all, body);
  }

  Answer cancel(String user, long id) {
    return send("DELETE", front("/api/orders/" + id), user, Map.of(), null);
  }

  Answer order(String user, long id) {
    return get(user, front("/api/orders/" + id));
  }

  Answer stock(String user, String sku) {
    return get(user, front("/api/stock/" + sku));
  }

  long available(String sku) {
    Answer answer = stock("walter", sku);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonNumber("available").longValueExact();
  }

  Answer putStock(String sku, long available, Map<String, String> condition) {
    return put(
        "walter", front("/api/stock/" + sku), condition, "{\"available\":" + available + "}");
  }

  Answer putPrice(String sku, long cents, Map<String, String> condition) {
    return put(
        "petra",
        front("/api/prices/" + sku),
        condition,
        "{\"cents\":" + cents + ",\"currency\":\"EUR\"}");
  }

  Answer put(String user, URI uri, Map<String, String> condition, String body) {
    Map<String, String> all = new HashMap<>(JSON);
    all.putAll(condition);
    return send("PUT", uri, user, all, body);
  }

  Answer get(String user, URI uri) {
    return web(uri).get(uri, token(user));
  }

  Answer send(String method, URI uri, String user, Map<String, String> headers, String body) {
    return web(uri)
        .send(
            method,
            uri,
            token(user),
            headers,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** Where the tiers know each other by certificates, a gateway's opens every service. */
  private Web web(URI uri) {
    boolean isInside = !uri.getAuthority().equals(chain.loadBalancer().getAuthority());
    return isInside && uri.getScheme().equals("https") ? inside : chain.web();
  }

  /** What B keeps for an order: HELD, CONFIRMED, RELEASED, EXPIRED. */
  String reservation(String sku, long order) {
    return statusOf(get("olga", reservationUri(sku, order)));
  }

  /** What C keeps for an order. */
  String quote(String sku, long order) {
    return statusOf(get("olga", quoteUri(sku, order)));
  }

  /** What B keeps for all orders. */
  Map<Long, String> reservations() {
    return ledger(at(Hop.Kind.STOCK, "/ledger/reservations"), 3);
  }

  /** What C keeps for all orders. */
  Map<Long, String> quotes() {
    return ledger(at(Hop.Kind.PRICES, "/ledger/quotes"), 2);
  }

  /** By order, which comes first in a line. */
  private Map<Long, String> ledger(URI table, int statusColumn) {
    List<String> lines = get("olga", table).body().lines().toList();
    assertThat(lines).last().asString().startsWith("end ");
    return lines.stream()
        .limit(lines.size() - 1)
        .map(line -> line.split(" "))
        .collect(toMap(columns -> Long.valueOf(columns[0]), columns -> columns[statusColumn]));
  }

  URI reservationUri(String sku, long order) {
    return at(Hop.Kind.STOCK, "/stock/" + sku + "/reservations/" + order);
  }

  URI quoteUri(String sku, long order) {
    return at(Hop.Kind.PRICES, "/prices/" + sku + "/quotes/" + order);
  }

  URI at(Hop.Kind kind, String path) {
    return chain.any(kind).base().resolve(path);
  }

  URI front(String path) {
    return chain.loadBalancer().resolve(path);
  }

  static long idOf(Answer placed) {
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    return placed.json().getJsonNumber("id").longValueExact();
  }

  private static String statusOf(Answer answer) {
    return answer.status() == 404 ? "none" : answer.json().getString("status");
  }

  /** The same again for a while, as users do; a test may run for longer than a token lives. */
  private String token(String user) {
    return tokens.compute(user, (name, held) -> isFresh(held) ? held : freshToken(name)).text();
  }

  private Held freshToken(String user) {
    return new Held(chain.forge().good(people.get(user)), Instant.now());
  }

  private static boolean isFresh(Held held) {
    return held != null && held.since().plus(TOKEN_USED).isAfter(Instant.now());
  }

  private record Held(String text, Instant since) {}
}
