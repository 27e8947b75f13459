package dev.baton.prices.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private final PriceList list = new PriceList("SKU-0001", 1009, "EUR", Map.of("alice", 899L), 0);

  @Test
  void contractBeatsTheList() {
    assertThat(list.centsFor("alice")).isEqualTo(899);
  }

  @Test
  void everybodyElsePaysTheList() {
    assertThat(list.centsFor("bob")).isEqualTo(1009);
  }
}
