package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.gateway.entity.RatePolicy;
import dev.baton.gateway.entity.RateVerdict;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two gateways in one process, with the product's own hazelcast.xml. */
@Timeout(60)
class RateLimitTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static TwoClusters gateways;

  @BeforeAll
  static void start() {
    gateways = new TwoClusters();
  }

  @AfterAll
  static void stop() {
    gateways.close();
  }

  @Test
  void theQuotaHoldsAcrossGateways() {
    RateLimit first = limit(10, gateways.first());
    RateLimit second = limit(10, gateways.second());

    assertThat(allowed(first, "across", 6)).isEqualTo(6);
    assertThat(allowed(second, "across", 6)).isEqualTo(4);
    assertThat(allowed(first, "across", 6)).isZero();
  }

  @Test
  void whoIsOverTheQuotaLearnsWhenToComeBack() {
    RateLimit limit = limit(2, gateways.first());

    assertThat(limit.spend("told").remaining()).isEqualTo(1);
    assertThat(limit.spend("told").field()).startsWith("\"subject\";r=0;t=");
    RateVerdict refused = limit.spend("told");

    assertThat(refused.allowed()).isFalse();
    assertThat(refused.retrySeconds()).isBetween(1790L, 1800L);
    assertThat(refused.resetSeconds()).isBetween(3590L, 3600L);
    assertThat(refused.policy().field()).isEqualTo("\"subject\";q=2;w=3600");
  }

  @Test
  void anotherCallerHasAQuotaOfHisOwn() {
    RateLimit limit = limit(3, gateways.first());

    assertThat(allowed(limit, "greedy", 10)).isEqualTo(3);
    assertThat(allowed(limit, "modest", 3)).isEqualTo(3);
  }

  @Test
  void whatWasSpentComesBack() throws InterruptedException {
    RateLimit limit =
        new RateLimit(
            new RatePolicy("subject", 5, Duration.ofSeconds(1)), gateways.first().rates());

    assertThat(allowed(limit, "patient", 10)).isBetween(5L, 6L);
    Thread.sleep(1_100);

    assertThat(allowed(limit, "patient", 3)).isEqualTo(3);
  }

  @Test
  void ofALargeQuotaEachGatewaySpendsAtMostAHundredthUntold() {
    RateLimit first = limit(1_000, gateways.first());
    RateLimit second = limit(1_000, gateways.second());
    long allowed = 0;
    for (int i = 0; i < 100; i++) {
      allowed += allowed(first, "large", 20) + allowed(second, "large", 20);
    }

    assertThat(allowed).isBetween(1_000L, 1_020L);
  }

  @Test
  void threadsOfOneGatewaySpendNothingTwice() {
    RateLimit limit = limit(1_000, gateways.first());

    long allowed =
        IntStream.range(0, 4_000).parallel().filter(i -> limit.spend("busy").allowed()).count();

    assertThat(allowed).isEqualTo(1_000);
  }

  @Test
  void noQuotaIsNoLimit() {
    assertThat(allowed(limit(0, gateways.first()), "free", 500)).isEqualTo(500);
  }

  @Test
  void aMapThatDoesNotAnswerHoldsNobodyUp() {
    TwoClusters lost = new TwoClusters();
    RateLimit limit = limit(1, lost.first());
    lost.close();

    assertThat(allowed(limit, "anybody", 5)).isEqualTo(5);
  }

  private static RateLimit limit(long quota, GatewayCluster cluster) {
    return new RateLimit(new RatePolicy("subject", quota, HOUR), cluster.rates());
  }

  private static long allowed(RateLimit limit, String caller, int requests) {
    return IntStream.range(0, requests).filter(i -> limit.spend(caller).allowed()).count();
  }
}
