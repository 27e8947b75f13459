package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.fuzz.RawAnswer;
import dev.baton.tests.tokens.Bearer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A token begins and ends at the same second for the load balancer and for every server (promise
 * 12). The leeway is none here; {@code SlowDependencyIT} has one.
 */
@Tag("system")
@Timeout(60)
class ClockIT {

  private static final Bearer CAROL = new Bearer("carol", "clerk");
  private static final Duration MARGIN = Duration.ofSeconds(4);

  private final LocalChain chain = new LocalChain();
  private final List<Place> places = Place.of(chain);

  @Test
  void aTokenEndsForAllAtTheSameSecond() {
    Instant end = soon();
    String token = chain.forge().between(end.minusSeconds(60), end, CAROL);

    places.forEach(place -> assertThat(ask(place, token).status()).as(place.name()).isEqualTo(200));
    sleepUntil(end);
    places.forEach(place -> assertRefused(place, token, "expired"));
  }

  @Test
  void aTokenBeginsForAllAtTheSameSecond() {
    Instant start = soon();
    String token = chain.forge().between(start, start.plusSeconds(60), CAROL);

    places.forEach(place -> assertRefused(place, token, "not-yet-valid"));
    sleepUntil(start);
    places.forEach(place -> assertThat(ask(place, token).status()).as(place.name()).isEqualTo(200));
  }

  private static Instant soon() {
    return Instant.now().plus(MARGIN).truncatedTo(ChronoUnit.SECONDS);
  }

  private static void assertRefused(Place place, String token, String cause) {
    RawAnswer answer = ask(place, token);
    assertThat(answer.status()).as(place.name()).isEqualTo(401);
    assertThat(answer.problem().orElseThrow().getString("detail"))
        .as(place.name())
        .startsWith(cause + ": ");
  }

  private static RawAnswer ask(Place place, String token) {
    return place.get("Authorization: Bearer " + token + "\r\n");
  }

  private static void sleepUntil(Instant time) {
    try {
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis() + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
