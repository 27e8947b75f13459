package dev.baton.tests.system;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a write is named, and nothing is written. */
@Tag("system")
class BadWritesIT {
  private static final Map<String, String> KEY = Map.of("Idempotency-Key", Shop.freshKey());
  private static final String GOOD = "{\"sku\":\"SKU-0003\",\"quantity\":1}";

  private final Shop shop = new Shop(new LocalChain());
  private int orders;
  private long available;

  @BeforeEach
  void count() {
    orders = ordersOfBob();
    available = shop.available("SKU-0003");
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(ordersOfBob()).isEqualTo(orders);
    assertThat(shop.available("SKU-0003")).isEqualTo(available);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.5",
        "1e0",
        "9223372036854775808",
        "1000001",
        "\"1\"",
        "true",
        "null",
        "[1]"
      })
  void aBadQuantity(String quantity) {
    assertRefused(400, "'quantity'", KEY, "{\"sku\":\"SKU-0003\",\"quantity\":" + quantity + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"../x\"", "\"SKU 3\"", "7", "null"})
  void aBadSku(String sku) {
    assertRefused(400, "'sku'", KEY, "{\"quantity\":1,\"sku\":" + sku + "}");
  }

  @Test
  void anUnknownSku() {
    assertRefused(404, "'sku'", KEY, "{\"quantity\":1,\"sku\":\"NO-SUCH\"}");
  }

  @Test
  void missingAndUnknownFields() {
    assertRefused(400, "'quantity' is missing", KEY, "{\"sku\":\"SKU-0003\"}");
    assertRefused(400, "'sku' is missing", KEY, "{\"quantity\":1}");
    assertRefused(
        400, "'cents' is unknown", KEY, "{\"sku\":\"SKU-0003\",\"quantity\":1,\"cents\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{'sku':1}", GOOD + GOOD, GOOD + "x"})
  void whatIsNotOneJsonObject(String body) {
    assertRefused(400, "JSON", KEY, body);
  }

  @Test
  void aNameGivenTwice() {
    assertRefused(400, "twice", KEY, "{\"sku\":\"SKU-0003\",\"quantity\":1,\"quantity\":2}");
  }

  @Test
  void deepNesting() {
    assertRefused(400, "too deep", KEY, "{\"sku\":" + "[".repeat(4000) + "]".repeat(4000) + "}");
  }

  @Test
  void aLargeBody() {
    assertRefused(413, "16384", KEY, "{\"sku\":\"" + "x".repeat(1_000_000) + "\"}");
  }

  @Test
  void noKeyAnEmptyOneALongOneAndOneThatIsNoText() {
    assertRefused(400, "'Idempotency-Key'", Map.of(), GOOD);
    for (String key : List.of("", "x".repeat(201), "two words")) {
      assertRefused(400, "'Idempotency-Key'", Map.of("Idempotency-Key", key), GOOD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/merge-patch+json", "application/*", "*/*"})
  void anotherMediaType(String type) {
    assertProblem(
        shop.send(
            "POST",
            shop.front("/api/orders"),
            "bob",
            Map.of("Content-Type", type, "Idempotency-Key", Shop.freshKey()),
            GOOD),
        415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"walter", "petra", "olga"})
  void anotherRole(String user) {
    assertProblem(shop.post(user, KEY, GOOD), 403);
  }

  @Test
  void stockIsReplacedByWhoHasSeenIt() {
    String sku = shop.article(10);
    String seen = shop.stock("walter", sku).header("ETag");

    assertThat(shop.putStock(sku, 20, Map.of("If-Match", seen)).status()).isEqualTo(200);
    assertProblem(shop.putStock(sku, 30, Map.of("If-Match", seen)), 412);
    assertProblem(shop.putStock(sku, 30, Map.of()), 428);
    assertProblem(shop.putStock(sku, 30, Map.of("If-None-Match", "*")), 412);
    assertProblem(shop.putStock(Shop.freshSku(), 30, Map.of("If-Match", "*")), 412);
    assertThat(shop.available(sku)).isEqualTo(20);
  }

  @Test
  void aReservationChangesTheTagOfTheStock() {
    String sku = shop.article(10);
    String seen = shop.stock("walter", sku).header("ETag");
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 1));

    assertProblem(shop.putStock(sku, 20, Map.of("If-Match", seen)), 412);
    assertThat(shop.cancel("alice", id).status()).isEqualTo(204);
  }

  @Test
  void aPriceIsReplacedByWhoHasSeenIt() {
    String sku = shop.article(10);
    String seen = shop.get("petra", shop.front("/api/prices/" + sku)).header("ETag");

    Answer replaced = shop.putPrice(sku, 600, Map.of("If-Match", seen));
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.header("ETag")).isNotEqualTo(seen);
    assertProblem(shop.putPrice(sku, 700, Map.of("If-Match", seen)), 412);
    assertProblem(shop.putPrice(sku, 700, Map.of()), 428);
    assertProblem(shop.putPrice(Shop.freshSku(), 700, Map.of("If-Match", "*")), 412);
    assertThat(shop.get("alice", shop.front("/api/prices/" + sku)).json().getInt("cents"))
        .isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/api/stock/SKU-0003; {\"available\":-1}; 'available'",
        "/api/stock/SKU-0003; {\"available\":1000000001}; 'available'",
        "/api/stock/SKU-0003; {\"available\":1.5}; 'available'",
        "/api/stock/SKU-0003; {}; 'available'",
        "/api/stock/SKU-0003; {\"available\":1,\"sku\":\"x\"}; 'sku'",
        "/api/prices/SKU-0003; {\"cents\":-1,\"currency\":\"EUR\"}; 'cents'",
        "/api/prices/SKU-0003; {\"cents\":1,\"currency\":\"eur\"}; 'currency'",
        "/api/prices/SKU-0003; {\"cents\":1}; 'currency'"
      },
      quoteCharacter = '#')
  void aBadStockOrPrice(String path, String body, String field) {
    String user = path.startsWith("/api/stock") ? "walter" : "petra";

    Answer refused = shop.put(user, shop.front(path), Map.of("If-Match", "*"), body);

    assertProblem(refused, 400);
    assertThat(refused.body()).contains(field);
  }

  private void assertRefused(int status, String named, Map<String, String> headers, String body) {
    Answer refused = shop.post("bob", headers, body);

    assertProblem(refused, status);
    assertThat(refused.json().getString("detail")).contains(named);
  }

  private int ordersOfBob() {
    Answer page = shop.get("olga", shop.front("/api/customers/bob/orders?limit=100&after=0"));
    int count = page.json().getJsonArray("items").size();
    while (page.json().containsKey("next")) {
      page =
          shop.get(
              "olga",
              shop.front("/api/customers/bob/orders?limit=100&after=" + page.json().get("next")));
      count += page.json().getJsonArray("items").size();
    }
    return count;
  }
}
