package dev.baton.tests.system;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.HopStep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One instance of each service dies with its cache member, then the other: nobody notices the
 * first, and what only the second could have said is 503 at once. One test, because each repair is
 * a start of six servers.
 *
 * <p>Not with TLS between the tiers: on two busy cores the last instance may take longer for a
 * handshake than its callers wait for it.
 *
 * <p>With writes that are not told to the cache, the first half sees prices that are too old.
 */
@Tag("faults")
@Timeout(400)
class ServicesDieIT {
  private static final List<String> SERVICES = List.of("service-c", "service-b", "service-a");
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration REJOINED = Duration.ofSeconds(15);
  private static final Duration BACK = Duration.ofSeconds(30);
  private static final Duration TOLD = Duration.ofSeconds(30);
  private static final int PIECES = 1_000;
  private static final int CROWD = 10;
  private static final int READS = 60;

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  private String sku;
  private long order;

  @BeforeEach
  void order() {
    chain.repair();
    sku = shop.article(PIECES);
    order = Shop.idOf(shop.placeUntilAnswered("alice", Shop.freshKey(), sku, 1));
  }

  @Test
  void oneOfTwoIsNotMissedAndNobodyMakesUpWhatBothWouldHaveSaid() throws Exception {
    long cancelled = Shop.idOf(shop.placeUntilAnswered("alice", Shop.freshKey(), sku, 1));
    long sold = 2;
    try (Traffic traffic = new Traffic(shop, order, sku)) {
      for (String service : SERVICES) {
        awaitReads(traffic);
        assertOneOrder(orderedByManyWhileDies(service + "-1"));
        sold++;
        awaitReads(traffic);
        assertThat(traffic.faults()).as("after the death of " + service + "-1").isEmpty();
      }
      assertThat(shop.available(sku)).isEqualTo(PIECES - sold);
      System.out.printf("%d reads, %d raised prices%n", traffic.reads(), traffic.raises());

      assertNobodyMakesUp(List.of("/api/prices/" + sku, stock(), orderPath()), "service-c-2");
      assertNobodyMakesUp(List.of(stock(), orderPath()), "service-b-2");
      // What the first half found none of is found where it is.
      assertThat(traffic.faults()).isNotEmpty();
    }
    assertThat(shop.cancel("alice", cancelled).status()).as("needs no B").isEqualTo(204);
    assertNobodyMakesUp(List.of(orderPath()), "service-a-2");

    chain.baton("up");

    Waiting.within(BACK).until("an order", () -> shop.order("alice", order).status() == 200);
    assertWhatWasDecidedIsToldByTheWorker(cancelled, PIECES - sold + 1);
    assertCachesAreWholeAgain();
    assertAnswersComeFromTheDatabases();
  }

  /** The twin: the same answer is a fault where it is old, late or not whole. */
  @Test
  void whatNoUserShouldSeeIsSeen() {
    Answer answer = shop.order("alice", order);
    long price = Traffic.priceOfOrder(answer.json());

    assertThat(Traffic.fault(answer, AT_ONCE, price, Traffic::priceOfOrder)).isEmpty();
    assertThat(Traffic.fault(answer, AT_ONCE, price + 1, Traffic::priceOfOrder)).contains("price");
    assertThat(Traffic.fault(answer, BACK, price, Traffic::priceOfOrder)).contains("after");
    assertThat(Traffic.fault(answer, AT_ONCE, price, Traffic::priceOfStock)).isNotEmpty();
  }

  private String stock() {
    return "/api/stock/" + sku;
  }

  private String orderPath() {
    return "/api/orders/" + order;
  }

  private void awaitReads(Traffic traffic) {
    long before = traffic.reads();
    Waiting.within(BACK)
        .until("reads", () -> traffic.reads() > before + READS || !traffic.faults().isEmpty());
  }

  /** The same request of many, the first of whom sees the instance die before he sends it. */
  private List<Answer> orderedByManyWhileDies(String instance) throws InterruptedException {
    String key = Shop.freshKey();
    return Crowd.atOnce(
        CROWD,
        i -> {
          if (i == 0) {
            chain.kill(instance);
          }
          return shop.placeUntilAnswered("bob", key, sku, 1);
        });
  }

  private static void assertOneOrder(List<Answer> answers) {
    assertThat(answers).allSatisfy(Shop::idOf);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
  }

  private void assertNobodyMakesUp(List<String> paths, String lastInstance) {
    chain.kill(lastInstance);
    for (int i = 0; i < 5; i++) {
      paths.forEach(this::assertRefusedAtOnce);
    }
  }

  private void assertRefusedAtOnce(String path) {
    long start = System.nanoTime();
    Answer answer = shop.get("carol", shop.front(path));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(AT_ONCE);
    assertProblem(answer, 503);
    assertThat(answer.header("Retry-After")).as(path).isNotEmpty();
  }

  /** Decided while B was away, and told by an A that has died since. */
  private void assertWhatWasDecidedIsToldByTheWorker(long cancelled, long left) {
    Waiting.within(TOLD)
        .until("released", () -> shop.reservation(sku, cancelled).equals("RELEASED"));
    assertThat(shop.quote(sku, cancelled)).isEqualTo("RELEASED");
    assertThat(shop.available(sku)).isEqualTo(left);
  }

  private void assertCachesAreWholeAgain() {
    for (String service : SERVICES) {
      for (String instance : List.of(service + "-1", service + "-2")) {
        Waiting.within(REJOINED)
            .until(
                instance + " in a cluster of two",
                () -> chain.figure(instance, "baton_cache_members") == 2);
      }
    }
  }

  /** Nobody has asked for this order since its rows died with the caches. */
  private void assertAnswersComeFromTheDatabases() {
    assertThat(looks("cache", readLongAgo())).hasSize(3).containsOnly("miss");
    assertThat(looks("db", readLongAgo())).isEmpty();
  }

  private Answer readLongAgo() {
    Answer answer = shop.order("carol", 151);
    assertThat(Traffic.priceOfOrder(answer.json())).isPositive();
    return answer;
  }

  private static List<String> looks(String step, Answer answer) {
    return answer.hops().stream()
        .filter(hop -> hop.step().equals(step))
        .map(HopStep::description)
        .toList();
  }
}
