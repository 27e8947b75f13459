package dev.baton.stock.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

  @ParameterizedTest
  @ValueSource(strings = {"SKU-0000", "a", "A.b_c-9"})
  void takesLettersDigitsAndSomeMarks(String text) {
    assertThat(Sku.fromString(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-SKU", "SKU 1", "SKU/1", "SKU\n1", "ÄPFEL", "../../etc"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Sku.fromString(text)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 4096})
  void refusesMoreThan64Characters(int length) {
    assertThatThrownBy(() -> Sku.fromString("x".repeat(length)))
        .isInstanceOf(ProblemException.class);
  }
}
