package dev.baton.orders.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdTest {

  @Test
  void takesAPositiveNumber() {
    assertThat(OrderId.fromString("999999999999999999").value())
        .isEqualTo(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-1", "+1", "01", "1.0", "1e3", "abc", "9223372036854775808", "١"})
  void refusesEverythingElseWith400(String text) {
    assertThatThrownBy(() -> OrderId.fromString(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(400));
  }
}
