package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatePolicyTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void theFieldTellsQuotaAndWindow() {
    assertThat(new RatePolicy("subject", 100, MINUTE).field()).isEqualTo("\"subject\";q=100;w=60");
  }

  @Test
  void aQuotaOfZeroLimitsNothing() {
    assertThat(new RatePolicy("subject", 0, MINUTE).isOn()).isFalse();
    assertThat(new RatePolicy("subject", 1, MINUTE).isOn()).isTrue();
  }

  @Test
  void whatIsNoRateIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RatePolicy("subject", -1, MINUTE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatePolicy("subject", 1, Duration.ofMillis(999)));
  }
}
