package dev.baton.orders.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "!~"})
  void takesVisibleAscii(String key) {
    assertThat(IdempotencyKey.of(List.of(key)).value()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "schlüssel", "a\u0000"})
  void refusesEverythingElse(String key) {
    assertRefused(List.of(key));
  }

  @Test
  void has200CharactersAtMost() {
    assertThat(IdempotencyKey.of(List.of("x".repeat(200))).value()).hasSize(200);
    assertRefused(List.of("x".repeat(201)));
  }

  @Test
  void comesExactlyOnce() {
    assertRefused(null);
    assertRefused(List.of());
    assertRefused(List.of("a", "a"));
  }

  private static void assertRefused(List<String> values) {
    assertThatThrownBy(() -> IdempotencyKey.of(values))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.getResponse().getStatus()).isEqualTo(400);
              assertThat(problem.detail()).contains("'Idempotency-Key'");
            });
  }
}
