package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An instance stands still for longer than the others wait for it, and goes on: its cache belongs
 * to the cluster again, and of two rows the later one has stayed.
 *
 * <p>With Hazelcast's own settings the two stand apart for five minutes, and the old price may win.
 */
@Tag("faults")
@Tag("tls")
@Timeout(120)
class FrozenInstanceIT {
  private static final String FROZEN = "service-c-1";
  private static final String OTHER = "service-c-2";
  private static final Duration GIVEN_UP = Duration.ofSeconds(20);
  private static final Duration REJOINED = Duration.ofSeconds(30);
  private static final Duration MERGED = Duration.ofSeconds(5);

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  @BeforeEach
  void start() {
    chain.repair();
  }

  @AfterEach
  void goOn() {
    chain.thaw(FROZEN);
  }

  @Test
  void whoStoodStillIsTakenInAgainAndTellsNothingOld() {
    String sku = shop.article(1);
    assertThat(price(FROZEN, sku)).isEqualTo(500);
    chain.freeze(FROZEN);
    Waiting.within(GIVEN_UP).until(OTHER + " alone", () -> members(OTHER) == 1);
    raise(sku);

    chain.thaw(FROZEN);

    Waiting.within(REJOINED)
        .until("one cluster", () -> members(FROZEN) == 2 && members(OTHER) == 2);
    Waiting.within(MERGED).until("the new price", () -> price(FROZEN, sku) == 600);
    assertThat(price(OTHER, sku)).isEqualTo(600);
  }

  private void raise(String sku) {
    Answer raised =
        shop.put(
            "petra",
            at(OTHER, sku),
            Map.of("If-Match", "*"),
            "{\"cents\":600,\"currency\":\"EUR\"}");
    assertThat(raised.status()).as(raised.body()).isEqualTo(200);
  }

  private long price(String instance, String sku) {
    return Traffic.price(shop.get("olga", at(instance, sku)).json());
  }

  private URI at(String instance, String sku) {
    return chain.hops().stream()
        .filter(hop -> hop.name().equals(instance))
        .map(Hop::base)
        .findFirst()
        .orElseThrow()
        .resolve("/prices/" + sku);
  }

  private double members(String instance) {
    return chain.figure(instance, "baton_cache_members");
  }
}
