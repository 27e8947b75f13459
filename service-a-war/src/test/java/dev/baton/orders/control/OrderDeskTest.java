package dev.baton.orders.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.trace.HopSpans;
import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.IdempotencyKey;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.Wish;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OrderDeskTest {
  private static final Wish WISH = new Wish("alice", new IdempotencyKey("k"), "SKU-1", 3);
  private static final long HOLD = 300;

  private final List<String> log = new ArrayList<>();
  private final DecisionsInMemory decisions = new DecisionsInMemory();
  private final StockThatAnswers stock = new StockThatAnswers();
  private final OrderDesk desk =
      new OrderDesk(
          decisions,
          new NoCache(),
          stock,
          new Todos(),
          new HopTimings("service-a", new HopSpans()));

  @Test
  void anOrderIsTakenHeldDecidedToldAndDone() {
    Order order = desk.place(WISH);

    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.price()).isEqualTo(new Amount(500, "EUR"));
    assertThat(log).containsExactly("take", "reserve", "confirm", "tell CONFIRM", "done CONFIRM");
  }

  @Test
  void theSameAgainDoesNothing() {
    desk.place(WISH);
    log.clear();

    assertThat(desk.place(WISH).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(log).isEmpty();
  }

  @Test
  void whatIsPendingGoesOn() {
    decisions.order = pending();

    desk.place(WISH);

    assertThat(log).startsWith("reserve", "confirm");
  }

  @Test
  void whoComesSecondOfTwoHasTheOrderOfTheFirst() {
    decisions.anotherIsFaster = true;

    assertThat(desk.place(WISH).id()).isEqualTo(1);
    assertThat(log).startsWith("reserve");
  }

  @Test
  void whoComesSecondOfTwoThatAreRefusedIsToAskAgain() {
    decisions.anotherIsFaster = true;
    decisions.anotherIsRefused = true;

    assertStatus(503, () -> desk.place(WISH));
  }

  @Test
  void anotherBodyIsRefused() {
    desk.place(WISH);

    assertStatus(422, () -> desk.place(new Wish("alice", WISH.key(), "SKU-1", 4)));
    assertStatus(422, () -> desk.place(new Wish("alice", WISH.key(), "SKU-2", 3)));
  }

  @Test
  void afterHalfOfTheHoldNothingIsDecided() {
    stock.holdSeconds = 0;

    assertStatus(503, () -> desk.place(WISH));

    assertThat(decisions.order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(log).containsExactly("take", "reserve");
  }

  @Test
  void whatCanNotBeToldIsDecidedAllTheSameAndLeftToTheWorker() {
    stock.isDeaf = true;

    assertThat(desk.place(WISH).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(log).containsExactly("take", "reserve", "confirm", "tell CONFIRM");
  }

  @Test
  void withoutAnAnswerTheOrderStaysPending() {
    stock.refusal = ProblemException.unavailable("away", 1);

    assertStatus(503, () -> desk.place(WISH));
    assertThat(decisions.order.status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void withTooFewPiecesItIsRejectedAndStaysSo() {
    stock.refusal = ProblemException.conflict("few");
    assertStatus(409, () -> desk.place(WISH));
    stock.refusal = null;

    assertStatus(409, () -> desk.place(WISH));
    assertThat(decisions.order.status()).isEqualTo(OrderStatus.REJECTED);
  }

  @Test
  void anUnknownArticleLeavesNoOrder() {
    stock.refusal = ProblemException.notFound("none");

    assertStatus(404, () -> desk.place(WISH));
    assertThat(decisions.order).isNull();
    assertThat(log).containsExactly("take", "reserve", "erase");
  }

  @Test
  void anOrderThatWasTakenBackBeforeItWasDecidedIsNotConfirmed() {
    decisions.order = with(pending(), OrderStatus.CANCELLED, false);

    assertStatus(409, () -> desk.place(WISH));
    assertThat(log).isEmpty();
  }

  @Test
  void anOrderThatWasTakenBackLaterHasItsFirstAnswer() {
    decisions.order = with(pending(), OrderStatus.CANCELLED, true);

    assertThat(desk.place(WISH).wasConfirmed()).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void takingBackIsDecidedThenTold() {
    decisions.order = with(pending(), OrderStatus.CONFIRMED, true);

    desk.cancel(1);

    assertThat(log).containsExactly("cancel", "tell RELEASE", "done RELEASE");
  }

  private static void assertStatus(int status, Supplier<Order> call) {
    assertThatThrownBy(call::get)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(status));
  }

  private static Order pending() {
    return new Order(1, "alice", "SKU-1", 3, OrderStatus.PENDING, null, false, 0);
  }

  private static Order with(Order order, OrderStatus status, boolean wasConfirmed) {
    return new Order(
        order.id(),
        order.owner(),
        order.sku(),
        order.quantity(),
        status,
        order.price(),
        wasConfirmed,
        order.version() + 1);
  }

  private final class DecisionsInMemory extends Decisions {
    private Order order;
    private boolean anotherIsFaster;
    private boolean anotherIsRefused;

    @Override
    public Optional<Order> find(Wish wish) {
      return Optional.ofNullable(order);
    }

    @Override
    public Order take(Wish wish) {
      order = anotherIsRefused ? null : pending();
      if (anotherIsFaster) {
        throw new PersistenceException(new SQLException("duplicate", "23505"));
      }
      log.add("take");
      return order;
    }

    @Override
    public Order confirm(long id, Amount price) {
      log.add("confirm");
      order = new Order(1, "alice", "SKU-1", 3, OrderStatus.CONFIRMED, price, true, 1);
      return order;
    }

    @Override
    public Order reject(long id) {
      order = with(order, OrderStatus.REJECTED, false);
      return order;
    }

    @Override
    public void forget(long id) {
      order = null;
    }

    @Override
    public Order cancel(long id) {
      log.add("cancel");
      order = with(order, OrderStatus.CANCELLED, true);
      return order;
    }
  }

  private final class StockThatAnswers extends StockService {
    private long holdSeconds = HOLD;
    private ProblemException refusal;
    private boolean isDeaf;

    @Override
    public Reserved reserve(Order order) {
      log.add("reserve");
      if (refusal != null) {
        throw refusal;
      }
      return new Reserved(500L, "EUR", holdSeconds);
    }

    @Override
    public void tell(Todo todo) {
      log.add("tell " + todo.task());
      if (isDeaf) {
        throw ProblemException.unavailable("away", 1);
      }
    }
  }

  private final class Todos extends TodoTable {
    @Override
    public void done(Todo todo) {
      log.add("done " + todo.task());
    }
  }

  private final class NoCache extends Orders {
    @Override
    Order write(long id, Supplier<Order> transaction) {
      return transaction.get();
    }

    @Override
    void erase(long id, Runnable transaction) {
      log.add("erase");
      transaction.run();
    }
  }
}
