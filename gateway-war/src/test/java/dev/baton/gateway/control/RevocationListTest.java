package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two gateways in one process, with the product's own hazelcast.xml. */
@Timeout(60)
class RevocationListTest {

  private static final Instant SOON = Instant.now().plusSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private TwoClusters gateways;
  private RevocationList first;
  private RevocationList second;

  @BeforeEach
  void start() {
    gateways = new TwoClusters();
    first = new RevocationList(gateways.first());
    second = new RevocationList(gateways.second());
  }

  @AfterEach
  void stop() {
    gateways.close();
  }

  @Test
  void whatOneGatewayEndsTheOtherRefusesWithinASecond() {
    assertThat(second.contains(token("jti-1", "0011"))).isFalse();

    first.end(token("jti-1", "0011"));

    assertThat(first.contains(token("jti-1", "0011"))).isTrue();
    assertThat(becomesTrue(() -> second.contains(token("jti-1", "0011")))).isTrue();
    assertThat(second.contains(token("jti-2", "0022"))).isFalse();
  }

  @Test
  void aTokenWithoutAnIdIsKnownByItsFingerprint() {
    first.end(token(null, "0011"));

    assertThat(becomesTrue(() -> second.contains(token(null, "0011")))).isTrue();
    assertThat(second.contains(token(null, "0022"))).isFalse();
  }

  @Test
  void anOtherSpellingOfTheSameIdIsEndedToo() {
    first.end(token("jti-1", "0011"));

    assertThat(first.contains(token("jti-1", "ffff"))).isTrue();
  }

  @Test
  void anOperatorMayNameTheFingerprintOfATokenThatHasAnId() {
    first.end("0011", SOON);

    assertThat(first.contains(token("jti-1", "0011"))).isTrue();
  }

  @Test
  void theLossOfAGatewayLosesNothing() {
    for (int i = 0; i < 50; i++) {
      first.end("jti-" + i, SOON);
    }
    gateways.killFirst();
    RevocationList fresh = new RevocationList(gateways.second());

    for (int i = 0; i < 50; i++) {
      assertThat(fresh.contains(token("jti-" + i, "0011"))).as("jti-" + i).isTrue();
    }
  }

  @Test
  void aGatewayThatComesLaterKnowsWhatWasEndedBefore() {
    first.end("jti-1", SOON);

    assertThat(new RevocationList(gateways.second()).contains(token("jti-1", "0011"))).isTrue();
  }

  @Test
  void anEntryGoesAfterTheTokenHasExpired() {
    RevocationList later =
        new RevocationList(
            gateways.first(), Clock.fixed(SOON.plus(Duration.ofHours(1)), ZoneOffset.UTC));

    first.end("jti-1", SOON);
    assertThat(becomesTrue(() -> later.contains(token("jti-1", "0011")))).isTrue();
    later.end("jti-2", SOON.plus(Duration.ofHours(2)));

    assertThat(later.contains(token("jti-1", "0011"))).isFalse();
    assertThat(gateways.first().revoked().getEntryView("jti-1").getTtl()).isBetween(1L, 400_000L);
  }

  @Test
  void outsideTheClusterNothingIsEndedAndWhatWasStaysSo() {
    first.end("jti-1", SOON);
    gateways.close();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> first.end("jti-2", SOON))
        .satisfies(e -> assertThat(e.getResponse().getStatus()).isEqualTo(503));
    assertThat(first.contains(token("jti-1", "0011"))).isTrue();
    assertThat(gateways.first().isRunning()).isFalse();
  }

  private static VerifiedToken token(String id, String fingerprint) {
    return new VerifiedToken("raw", fingerprint, "alice", List.of(), id, SOON, Map.of(), 0);
  }

  private static boolean becomesTrue(BooleanSupplier condition) {
    Instant end = Instant.now().plus(AT_ONCE);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    return condition.getAsBoolean();
  }
}
