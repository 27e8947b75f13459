package dev.baton.orders.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderPageTest {

  @Test
  void lastPageNamesNoNext() {
    OrderPage page = OrderPage.of(orders(3), 3);

    assertThat(page.items()).hasSize(3);
    assertThat(page.next()).isNull();
  }

  @Test
  void fullPageNamesItsLastIdAsNext() {
    OrderPage page = OrderPage.of(orders(4), 3);

    assertThat(page.items()).extracting(OrderView::id).containsExactly(1L, 2L, 3L);
    assertThat(page.next()).isEqualTo(3);
  }

  @Test
  void emptyPageIsAPage() {
    assertThat(OrderPage.of(List.of(), 20)).isEqualTo(new OrderPage(List.of(), null));
  }

  @Test
  void pageRequestTakesItsBounds() {
    assertThat(PageRequest.of("0", "1")).isEqualTo(new PageRequest(0, 1));
    assertThat(PageRequest.of("9223372036854775807", "100"))
        .isEqualTo(new PageRequest(Long.MAX_VALUE, 100));
  }

  @ParameterizedTest
  @CsvSource({"-1,20", "0,0", "0,101", "x,20", "0,y", "0,1.5", "9223372036854775808,20", "'',20"})
  void pageRequestRefusesWhatIsOutOfRangeWith400(String after, String limit) {
    assertThatThrownBy(() -> PageRequest.of(after, limit))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(400));
  }

  private static List<Order> orders(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> new Order(id, "alice", "SKU-0000", 1, OrderStatus.CONFIRMED, null, true, 0))
        .toList();
  }
}
