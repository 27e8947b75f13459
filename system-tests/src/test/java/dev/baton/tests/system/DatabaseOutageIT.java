package dev.baton.tests.system;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All databases are killed, and come back: what is cached is answered meanwhile, the rest refused
 * soon, and nobody has to start a server again.
 *
 * <p>With EclipseLink's own repetitions the gateway gives up before the service has refused.
 */
@Tag("faults")
@Tag("tls")
@Timeout(300)
class DatabaseOutageIT {
  private static final Duration AWAY =
      Duration.ofSeconds(Boolean.getBoolean("baton.long") ? 20 : 3);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final Duration REFUSAL = Duration.ofSeconds(5);
  private static final Duration TOLD = Duration.ofSeconds(30);

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  private int article = (int) (System.nanoTime() / 1_000 % 90);
  private String sku;
  private long order;

  @BeforeEach
  void order() {
    chain.repair();
    sku = shop.article(10);
    order = Shop.idOf(shop.placeUntilAnswered("alice", Shop.freshKey(), sku, 3));
    assertThat(price(sku).status()).isEqualTo(200);
  }

  @AfterEach
  void repair() {
    chain.repair();
  }

  @Test
  void cachedIsAnsweredTheRestIsRefusedAndAllIsBackByItself() throws Exception {
    String key = Shop.freshKey();
    List<Long> servers = servers();
    chain.databases().forEach(chain::kill);

    assertThat(price(sku).status()).isEqualTo(200);
    assertRefusedSoon();
    assertProblem(shop.place("alice", key, sku, 1), 503);
    Thread.sleep(AWAY.toMillis());
    chain.baton("up");

    Waiting.within(RECOVERY).until("a read", () -> price(uncached()).status() == 200);
    assertThat(price(uncached()).status()).isEqualTo(200);
    Waiting.within(RECOVERY)
        .until("a write", () -> shop.place("alice", key, sku, 1).status() == 201);
    assertThat(servers()).isEqualTo(servers);
    assertThat(shop.order("alice", order).json().getString("status")).isEqualTo("CONFIRMED");
    Waiting.within(TOLD).until("pieces of two orders", () -> shop.available(sku) == 6);
  }

  private void assertRefusedSoon() {
    long started = System.nanoTime();
    Answer refused = price(uncached());

    assertProblem(refused, 503);
    assertThat(refused.json().getString("detail")).isEqualTo("The database is not there.");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(REFUSAL);
  }

  /** The processes of the services. */
  private List<Long> servers() {
    return Stream.of("service-a", "service-b", "service-c")
        .flatMap(name -> Stream.of(name + "-1", name + "-2"))
        .map(name -> chain.process(name).pid())
        .toList();
  }

  /** Of articles that no other test of this part asks for, but for a few. */
  private String uncached() {
    return "SKU-%04d".formatted(400 + article++ % 90);
  }

  private Answer price(String of) {
    return shop.get("alice", shop.front("/api/prices/" + of));
  }
}
