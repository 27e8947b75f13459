package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.tests.api.ApiDocument;
import dev.baton.tests.api.ApiDocument.Documented;
import dev.baton.tests.chain.Answer;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The chain does what docs/openapi.yaml says: each operation, each status, each role. */
@Tag("system")
class ContractIT {
  private static final List<String> ROLES =
      List.of("customer", "clerk", "warehouse", "pricing", "auditor", "operator", "reconciler");

  /** Loads and faults of their own bring these about. */
  private static final Set<String> NOT_HERE = Set.of("429", "503");

  private static final String JSON = "application/json";
  private static final String LONG = "x".repeat(20_000);
  private static final long UNKNOWN_ORDER = 999_999_999;

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);
  private final ApiDocument document = ApiDocument.read(chain.home().resolve("docs/openapi.yaml"));

  /** What is sent to bring a status about, and by whom. */
  private record Sent(
      String operation,
      int status,
      String path,
      Bearer bearer,
      Map<String, String> head,
      String body) {

    Sent with(Bearer other) {
      return new Sent(operation, status, path, other, head, body);
    }

    String name() {
      return operation + " " + status;
    }
  }

  @Test
  void everyDocumentedStatusIsBroughtAbout() {
    Set<String> documented = new TreeSet<>();
    document
        .operations()
        .forEach(
            one ->
                one.statuses().stream()
                    .filter(status -> !NOT_HERE.contains(status))
                    .forEach(status -> documented.add(one.id() + " " + status)));

    assertThat(all().map(Sent::name).distinct().sorted()).containsExactlyElementsOf(documented);
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerIsAsDocumented() {
    return all().map(sent -> DynamicTest.dynamicTest(sent.name(), () -> assertAsDocumented(sent)));
  }

  @TestFactory
  Stream<DynamicTest> rolesOpenWhatTheDocumentSays() {
    return document.operations().stream()
        .filter(operation -> !operation.roles().isEmpty())
        .flatMap(
            operation ->
                ROLES.stream()
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                operation.id() + " as " + role,
                                () -> assertRole(operation, role))));
  }

  @Test
  void theDescriptionIsServedToOperatorsAndNotToUsers() throws Exception {
    Answer served = chain.asOperator(chain.operators().resolve("/openapi.yaml"));
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(document.text());

    assertThat(chain.web().get(chain.operators().resolve("/openapi.yaml"), "").status())
        .isEqualTo(401);
    for (String path : List.of("/openapi.yaml", "/openapi", "/api/openapi.yaml")) {
      assertThat(chain.web().get(shop.front(path), chain.tokenOf("olga")).status())
          .as(path)
          .isEqualTo(404);
    }
  }

  private void assertRole(Documented operation, String role) {
    Answer answer = send(harmless(operation.id()).with(new Bearer("contract", role)));

    if (operation.roles().contains(role)) {
      assertThat(answer.status()).isNotIn(401, 403);
    } else {
      assertThat(answer.status()).isEqualTo(403);
    }
  }

  private void assertAsDocumented(Sent sent) {
    Answer answer = send(sent);

    assertThat(answer.status()).as(answer.body()).isEqualTo(sent.status());
    Documented operation = document.operation(sent.operation());
    JsonNode response = operation.response(sent.status());
    document.headers(response).forEach(header -> assertThat(answer.header(header)).isNotEmpty());
    assertThat(document.faults(response, answer.header("Content-Type"), answer.body())).isEmpty();
  }

  private Answer send(Sent sent) {
    Documented operation = document.operation(sent.operation());
    URI base = sent.path().startsWith("/ops/") ? chain.operators() : chain.loadBalancer();
    return chain
        .web()
        .send(
            operation.method(),
            base.resolve(sent.path()),
            sent.bearer() == null ? "" : chain.forge().good(sent.bearer()),
            sent.head(),
            sent.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(sent.body(), UTF_8));
  }

  /** A request that whoever may make it changes nothing by. */
  private static Sent harmless(String operation) {
    Map<String, String> json = Map.of("Content-Type", JSON);
    return switch (operation) {
      case "getOrder", "cancelOrder" -> sent(operation, "/api/orders/" + UNKNOWN_ORDER);
      case "listOrders" -> sent(operation, "/api/orders");
      case "placeOrder" -> new Sent(operation, 0, "/api/orders", null, json, "{}");
      case "listCustomerOrders" -> sent(operation, "/api/customers/nobody/orders");
      case "getStock" -> sent(operation, "/api/stock/NO-SUCH");
      case "setStock" -> new Sent(operation, 0, "/api/stock/NO-SUCH", null, json, "{}");
      case "getPrice" -> sent(operation, "/api/prices/NO-SUCH");
      case "setPrice" -> new Sent(operation, 0, "/api/prices/NO-SUCH", null, json, "{}");
      case "logout" -> sent(operation, "/api/logout");
      case "endToken" -> sent(operation, "/ops/tokens/contract-test");
      default -> throw new IllegalStateException("nobody knows how to call " + operation);
    };
  }

  private static Sent sent(String operation, String path) {
    return new Sent(operation, 0, path, null, Map.of(), null);
  }

  private Stream<Sent> all() {
    List<Sent> all = new ArrayList<>();
    for (Documented operation : document.operations()) {
      Sent harmless = harmless(operation.id());
      all.add(as(harmless, 401, null));
      if (!operation.roles().isEmpty()) {
        all.add(as(harmless, 403, new Bearer("contract")));
      }
    }
    all.addAll(ofOrders());
    all.addAll(ofLists());
    all.addAll(
        ofRows("Stock", "/api/stock/", new Bearer("walter", "warehouse"), "{\"available\":9}"));
    all.addAll(
        ofRows(
            "Price",
            "/api/prices/",
            new Bearer("petra", "pricing"),
            "{\"cents\":900,\"currency\":\"EUR\"}"));
    all.addAll(ofTokens());
    return all.stream();
  }

  private static Sent as(Sent sent, int status, Bearer bearer) {
    return new Sent(sent.operation(), status, sent.path(), bearer, sent.head(), sent.body());
  }

  private List<Sent> ofOrders() {
    Bearer alice = new Bearer("alice", "customer");
    Bearer bob = new Bearer("bob", "customer");
    String sku = shop.article(5);
    String key = Shop.freshKey();
    long mine = Shop.idOf(shop.place("alice", key, sku, 1));
    String good = "{\"sku\":\"" + sku + "\",\"quantity\":1}";
    return List.of(
        get("getOrder", 200, "/api/orders/" + mine, alice),
        get("getOrder", 400, "/api/orders/first", alice),
        get("getOrder", 403, "/api/orders/" + mine, bob),
        get("getOrder", 404, "/api/orders/" + UNKNOWN_ORDER, alice),
        order(201, alice, Shop.freshKey(), JSON, good),
        order(400, alice, Shop.freshKey(), JSON, "{"),
        order(404, alice, Shop.freshKey(), JSON, "{\"sku\":\"NO-SUCH\",\"quantity\":1}"),
        order(409, alice, Shop.freshKey(), JSON, good.replace(":1}", ":1000}")),
        order(413, alice, Shop.freshKey(), JSON, "{\"sku\":\"" + LONG + "\"}"),
        order(415, alice, Shop.freshKey(), "text/plain", good),
        order(422, alice, key, JSON, good.replace(":1}", ":2}")),
        get("cancelOrder", 400, "/api/orders/first", alice),
        get("cancelOrder", 403, "/api/orders/" + mine, bob),
        get("cancelOrder", 404, "/api/orders/" + UNKNOWN_ORDER, alice),
        get("cancelOrder", 204, "/api/orders/" + mine, alice));
  }

  private static List<Sent> ofLists() {
    Bearer alice = new Bearer("alice", "customer");
    Bearer carol = new Bearer("carol", "clerk");
    return List.of(
        get("listOrders", 200, "/api/orders?limit=2", alice),
        get("listOrders", 400, "/api/orders?limit=0", alice),
        get("listCustomerOrders", 200, "/api/customers/alice/orders?limit=2", carol),
        get("listCustomerOrders", 400, "/api/customers/alice/orders?after=x", carol));
  }

  private List<Sent> ofRows(String what, String path, Bearer writer, String body) {
    Map<String, String> any = Map.of("If-Match", "*");
    Map<String, String> none = Map.of("If-None-Match", "*");
    String known = path + shop.article(5);
    String set = "set" + what;
    return List.of(
        get("get" + what, 200, known, new Bearer("carol", "clerk")),
        get("get" + what, 400, path + "-", new Bearer("carol", "clerk")),
        get("get" + what, 404, path + "NO-SUCH", new Bearer("carol", "clerk")),
        put(set, 200, known, writer, any, JSON, body),
        put(set, 201, path + Shop.freshSku(), writer, none, JSON, body),
        put(set, 400, known, writer, any, JSON, "{}"),
        put(set, 412, path + Shop.freshSku(), writer, any, JSON, body),
        put(set, 413, known, writer, any, JSON, "{\"x\":\"" + LONG + "\"}"),
        put(set, 415, known, writer, any, "text/plain", body),
        put(set, 428, known, writer, Map.of(), JSON, body));
  }

  private static List<Sent> ofTokens() {
    Bearer olga = new Bearer("olga", "operator");
    return List.of(
        get("logout", 204, "/api/logout", new Bearer("contract", "customer")),
        get("endToken", 204, "/ops/tokens/contract-test", olga),
        get("endToken", 400, "/ops/tokens/" + "x".repeat(256), olga));
  }

  private static Sent get(String operation, int status, String path, Bearer bearer) {
    return new Sent(operation, status, path, bearer, Map.of(), null);
  }

  private static Sent order(int status, Bearer bearer, String key, String type, String body) {
    Map<String, String> head = Map.of("Idempotency-Key", key, "Content-Type", type);
    return new Sent("placeOrder", status, "/api/orders", bearer, head, body);
  }

  private static Sent put(
      String operation,
      int status,
      String path,
      Bearer bearer,
      Map<String, String> condition,
      String type,
      String body) {
    Map<String, String> head = new HashMap<>(condition);
    head.put("Content-Type", type);
    return new Sent(operation, status, path, bearer, head, body);
  }
}
