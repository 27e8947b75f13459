package dev.baton.tests.system;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders through A, B and C, on Derby and, with TLS between the tiers, on PostgreSQL. Each test has
 * an article of its own.
 */
@Tag("system")
@Tag("tls")
class OrderingIT {
  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  @Test
  void anOrderIsConfirmedInAllThreeServices() {
    String sku = shop.article(10);

    Answer placed = shop.place("alice", Shop.freshKey(), sku, 3);

    long id = Shop.idOf(placed);
    assertThat(placed.header("Location")).endsWith("/api/orders/" + id);
    assertThat(placed.json().getString("status")).isEqualTo("CONFIRMED");
    assertThat(placed.json().getJsonObject("price").getInt("cents")).isEqualTo(500);
    JsonObject read = shop.order("alice", id).json();
    assertThat(read.getString("status")).isEqualTo("CONFIRMED");
    assertThat(read.getJsonObject("stock").getInt("available")).isEqualTo(7);
    assertThat(shop.reservation(sku, id)).isEqualTo("CONFIRMED");
    assertThat(shop.quote(sku, id)).isEqualTo("CONFIRMED");
  }

  @Test
  void theCheckNoticesAnOrderWhoseReservationIsGone() {
    String sku = shop.article(10);
    long id = Shop.idOf(shop.place("bob", Shop.freshKey(), sku, 2));
    assertThat(chain.baton("check")).startsWith("consistent: ");

    shop.send("DELETE", shop.reservationUri(sku, id), "worker", Map.of(), null);

    assertThatThrownBy(() -> chain.baton("check")).hasMessageContaining("check");
    assertThat(shop.cancel("bob", id).status()).isEqualTo(204);
    assertThat(chain.baton("check")).startsWith("consistent: ");
  }

  @Test
  void thePriceIsTheCustomersOwn() {
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), "SKU-0490", 1));

    assertThat(shop.get("olga", shop.quoteUri("SKU-0490", id)).json().getInt("cents"))
        .isEqualTo(4999);
    assertThat(shop.cancel("alice", id).status()).isEqualTo(204);
  }

  @Test
  void whatIsTakenBackIsGivenBackEverywhereAndMayBeTakenBackAgain() {
    String sku = shop.article(10);
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));

    assertProblem(shop.cancel("bob", id), 403);
    assertProblem(shop.cancel("olga", id), 403);
    assertThat(shop.available(sku)).isEqualTo(7);
    assertThat(shop.cancel("alice", id).status()).isEqualTo(204);
    assertThat(shop.cancel("carol", id).status()).isEqualTo(204);

    assertThat(shop.available(sku)).isEqualTo(10);
    assertThat(shop.order("alice", id).json().getString("status")).isEqualTo("CANCELLED");
    assertThat(shop.reservation(sku, id)).isEqualTo("RELEASED");
    assertThat(shop.quote(sku, id)).isEqualTo("RELEASED");
    assertProblem(shop.cancel("alice", 999_999_999), 404);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void theSameRequestManyTimesAtOnceIsOneOrderWithOneAnswer(int times) throws Exception {
    String sku = shop.article(100);
    String key = Shop.freshKey();

    List<Answer> answers = Crowd.atOnce(times, i -> shop.placeUntilAnswered("alice", key, sku, 3));

    long id = Shop.idOf(answers.get(0));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
    assertThat(answers)
        .extracting(answer -> answer.header("Location"))
        .containsOnly(answers.get(0).header("Location"));
    assertThat(shop.available(sku)).isEqualTo(97);
    assertThat(shop.reservation(sku, id)).isEqualTo("CONFIRMED");
  }

  @Test
  void theAnswerIsTheSameAfterTheOrderWasTakenBack() {
    String sku = shop.article(10);
    String key = Shop.freshKey();
    Answer first = shop.place("alice", key, sku, 1);
    shop.cancel("alice", Shop.idOf(first));

    Answer again = shop.place("alice", key, sku, 1);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(shop.available(sku)).isEqualTo(10);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String sku = shop.article(10);
    String key = Shop.freshKey();
    Shop.idOf(shop.place("alice", key, sku, 1));

    assertProblem(shop.place("alice", key, sku, 2), 422);
    assertProblem(shop.place("alice", key, "SKU-0001", 1), 422);
    assertThat(shop.available(sku)).isEqualTo(9);
  }

  @Test
  void keysArePerUser() {
    String sku = shop.article(10);
    String key = Shop.freshKey();

    long alices = Shop.idOf(shop.place("alice", key, sku, 1));
    long bobs = Shop.idOf(shop.place("bob", key, sku, 2));

    assertThat(alices).isNotEqualTo(bobs);
    assertThat(shop.available(sku)).isEqualTo(7);
  }

  @Test
  void withoutStockNothingIsHeldAndTheAnswerStays() {
    String sku = shop.article(2);
    String key = Shop.freshKey();

    assertProblem(shop.place("alice", key, sku, 3), 409);
    assertThat(shop.available(sku)).isEqualTo(2);
    shop.putStock(sku, 5, Map.of("If-Match", "*"));

    assertProblem(shop.place("alice", key, sku, 3), 409);
    assertThat(shop.available(sku)).isEqualTo(5);
    Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));
  }

  @Test
  void theLastPiecesAreSoldOnce() throws Exception {
    String sku = shop.article(10);

    List<Answer> answers =
        Crowd.atOnce(8, i -> shop.placeUntilAnswered("alice", Shop.freshKey(), sku, 4));

    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
    assertThat(shop.available(sku)).isEqualTo(2);
  }

  @Test
  void ordersAndCancellationsAtOnceAddUp() throws Exception {
    String sku = shop.article(1000);

    List<Answer> answers =
        Crowd.atOnce(
            16,
            i -> {
              Answer placed =
                  shop.placeUntilAnswered(
                      i % 2 == 0 ? "alice" : "bob", Shop.freshKey(), sku, 1 + i);
              return i % 4 == 0 ? shop.cancel("carol", Shop.idOf(placed)) : placed;
            });

    assertThat(answers).extracting(Answer::status).containsOnly(201, 204);
    int kept = IntStream.range(0, 16).filter(i -> i % 4 != 0).map(i -> 1 + i).sum();
    assertThat(shop.available(sku)).isEqualTo(1000 - kept);
  }

  @Test
  void theWarehouseSeesThePriceWithItsStockAndNoOtherPrice() {
    assertThat(shop.stock("walter", "SKU-0000").status()).isEqualTo(200);
    assertProblem(shop.get("walter", shop.front("/api/prices/SKU-0000")), 403);
  }

  @Test
  void whatServicesSayToEachOtherIsClosedToUsers() {
    for (String path :
        List.of(
            "/api/stock/SKU-0000/reservations/1",
            "/api/stock/SKU-0000/reservations/1/confirmation",
            "/api/prices/SKU-0000/quotes/1",
            "/api/prices/SKU-0000/quotes/1/confirmation",
            "/api/prices/SKU-0000/quotes/preview")) {
      for (String user : List.of("carol", "worker", "olga")) {
        assertProblem(shop.get(user, shop.front(path)), 404);
        assertProblem(shop.put(user, shop.front(path), Map.of(), "{\"quantity\":1}"), 404);
        assertProblem(shop.send("DELETE", shop.front(path), user, Map.of(), null), 404);
      }
    }
    assertThat(shop.reservation("SKU-0000", 1)).isEqualTo("CONFIRMED");
  }

  @Test
  void theReconcilerConfirmsAndReleasesAndDoesNothingElse() {
    String sku = shop.article(10);
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));
    URI reservation = shop.reservationUri(sku, id);

    assertProblem(shop.put("worker", reservation, Map.of(), "{\"quantity\":3}"), 403);
    assertProblem(shop.get("worker", reservation), 403);
    assertProblem(shop.put("worker", shop.quoteUri(sku, id), Map.of(), ""), 403);
    assertProblem(shop.stock("worker", sku), 403);
    assertProblem(shop.order("worker", id), 403);
    assertProblem(shop.cancel("worker", id), 403);
    assertProblem(shop.place("worker", Shop.freshKey(), sku, 1), 403);
    assertThat(put("worker", reservation + "/confirmation").status()).isEqualTo(204);
    assertProblem(put("worker", shop.reservationUri(sku, 999_999_999) + "/confirmation"), 404);
    assertThat(shop.send("DELETE", reservation, "worker", Map.of(), null).status()).isEqualTo(204);

    assertThat(shop.available(sku)).isEqualTo(10);
    assertProblem(put("worker", reservation + "/confirmation"), 409);
    assertThat(shop.cancel("alice", id).status()).isEqualTo(204);
  }

  @Test
  void aCustomerHasNoBusinessWithAnothersReservation() {
    String sku = shop.article(10);
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));
    URI reservation = shop.reservationUri(sku, id);

    assertProblem(shop.send("DELETE", reservation, "bob", Map.of(), null), 403);
    assertProblem(put("bob", reservation + "/confirmation"), 403);
    assertProblem(shop.put("bob", reservation, Map.of(), "{\"quantity\":3}"), 409);
    assertProblem(shop.send("DELETE", shop.quoteUri(sku, id), "bob", Map.of(), null), 403);
    assertThat(shop.available(sku)).isEqualTo(7);
  }

  @Test
  void everyInstanceSeesWhatWasWritten() {
    String sku = shop.article(10);
    List<URI> everywhere =
        chain.hops().stream()
            .filter(hop -> hop.kind() == Hop.Kind.STOCK)
            .map(hop -> hop.base().resolve("/stock/" + sku))
            .toList();
    everywhere.forEach(uri -> assertThat(availableAt(uri)).isEqualTo(10));

    Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));

    everywhere.forEach(uri -> assertThat(availableAt(uri)).isEqualTo(7));
  }

  private int availableAt(URI uri) {
    return shop.get("walter", uri).json().getInt("available");
  }

  private Answer put(String user, String uri) {
    return shop.put(user, URI.create(uri), Map.of(), "");
  }
}
