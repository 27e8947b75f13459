package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes orders, stock and prices of a running chain, as whoever may. */
final class Shop {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final LocalChain chain;
  private final Map<String, String> tokens = new HashMap<>();

  Shop(LocalChain chain) {
    this.chain = chain;
    // forged, so that a test that runs for long has tokens that live for long
    tokens.put("alice", token("alice", "customer"));
    tokens.put("bob", token("bob", "customer"));
    tokens.put("carol", token("carol", "clerk"));
    tokens.put("walter", token("walter", "warehouse"));
    tokens.put("petra", token("petra", "pricing"));
    tokens.put("olga", token("olga", "auditor"));
    tokens.put("worker", token("baton-worker", "reconciler"));
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

  Answer place(String user, String key, String sku, Object quantity) {
    return post(
        user,
        Map.of("Idempotency-Key", key),
        "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}");
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
    return chain.web().get(uri, tokens.get(user));
  }

  Answer send(String method, URI uri, String user, Map<String, String> headers, String body) {
    return chain
        .web()
        .send(
            method,
            uri,
            tokens.get(user),
            headers,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** What B keeps for an order: HELD, CONFIRMED, RELEASED, EXPIRED. */
  String reservation(String sku, long order) {
    return statusOf(get("olga", reservationUri(sku, order)));
  }

  /** What C keeps for an order. */
  String quote(String sku, long order) {
    return statusOf(get("olga", quoteUri(sku, order)));
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

  private String token(String subject, String role) {
    return chain.forge().good(new Bearer(subject, role));
  }
}
