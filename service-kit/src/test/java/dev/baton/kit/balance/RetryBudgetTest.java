package dev.baton.kit.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  @Test
  void hundredSecondTriesAreFree() {
    assertThat(granted(150)).isEqualTo(100);
  }

  @Test
  void tenAnswersEarnOneSecondTry() {
    granted(100);
    IntStream.range(0, 9).forEach(i -> budget.earn());

    assertThat(budget.spend()).isFalse();
    budget.earn();
    assertThat(budget.spend()).isTrue();
    assertThat(budget.spend()).isFalse();
  }

  @Test
  void budgetDoesNotGrowWithoutEnd() {
    IntStream.range(0, 10_000).forEach(i -> budget.earn());

    assertThat(granted(150)).isEqualTo(100);
  }

  private long granted(int asked) {
    return IntStream.range(0, asked).filter(i -> budget.spend()).count();
  }
}
