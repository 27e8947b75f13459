package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused, and for which cause. */
final class Refused {

  private Refused() {}

  static void assertRefused(Refusal cause, ThrowingCallable action) {
    TokenRefusedException refused = catchThrowableOfType(TokenRefusedException.class, action);
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(refused.refusal()).isEqualTo(cause);
  }
}
