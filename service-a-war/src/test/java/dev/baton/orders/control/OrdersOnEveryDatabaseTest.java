package dev.baton.orders.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Plan;
import dev.baton.databases.Repositories;
import dev.baton.databases.TestDatabase;
import dev.baton.kit.data.Duplicate;
import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.IdempotencyKey;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.Wish;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations and repositories, on each kind of database, with enough rows to need an index. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OrdersOnEveryDatabaseTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 12, 0);

  private static TestDatabase database;
  private static Repositories repositories;
  private static OrderTable orders;
  private static Decisions decisions;
  private static TodoTable todos;

  OrdersOnEveryDatabaseTest(DatabaseKind kind) {}

  @BeforeParameterizedClassInvocation
  static void load(DatabaseKind kind) {
    database = kind.start();
    database.migrate();
    database.migrateSample();
    database.run(
        """
        INSERT INTO customer_order (owner, idempotency_key, sku, quantity, status, created_at)
        SELECT 'load-' || CAST(MOD(n, 100) AS CHAR(4)), 'key-' || CAST(n AS CHAR(5)), 'SKU-0001', 1,
               CASE WHEN n < 20 THEN 'PENDING' ELSE 'CONFIRMED' END,
               CAST('2026-02-01 00:00:00' AS TIMESTAMP)
        FROM (
          SELECT 1000 * k.d + 100 * h.d + 10 * t.d + u.d AS n
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS k(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
        ) AS numbers
        """);
    database.run(
        """
        INSERT INTO order_todo (order_id, sku, task, due_at)
        SELECT id, sku, 'CONFIRM',
               CASE WHEN id < 1100 THEN CAST('2026-02-01 00:00:00' AS TIMESTAMP)
                    ELSE CAST('2027-02-01 00:00:00' AS TIMESTAMP) END
        FROM customer_order WHERE id > 1050
        """);
    database.analyse("customer_order");
    database.analyse("order_todo");
    repositories = new Repositories("orders", database);
    orders = repositories.inject(new OrderTable());
    decisions = repositories.inject(new Decisions());
    todos = repositories.inject(new TodoTable());
  }

  @AfterParameterizedClassInvocation
  static void end() {
    repositories.close();
    database.close();
  }

  @Test
  void sampleIsThere() {
    assertThat(database.rows("SELECT COUNT(*) FROM customer_order WHERE id <= 1010"))
        .containsExactly("1010");
    assertThat(in(() -> orders.find(777)).orElseThrow().owner()).isEqualTo("user-176");
  }

  @Test
  void orderIsTakenConfirmedAndToldOnce() {
    Order taken = in(() -> decisions.take(wish("once")));
    Order confirmed = in(() -> decisions.confirm(taken.id(), new Amount(999, "EUR")));

    assertThat(taken.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(taken.id()).isGreaterThan(1010);
    assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(confirmed.version()).isGreaterThan(taken.version());
    assertThat(in(() -> decisions.find(wish("once")))).contains(confirmed);
    assertThat(openTasks(taken.id())).containsExactly("CONFIRM");

    run(() -> todos.done(new Todo(taken.id(), "SKU-0001", Task.CONFIRM)));
    assertThat(openTasks(taken.id())).isEmpty();
  }

  @Test
  void secondOrderOfAKeyIsRefused() {
    in(() -> decisions.take(wish("twice")));

    assertThatThrownBy(() -> in(() -> decisions.take(wish("twice"))))
        .isInstanceOf(PersistenceException.class)
        .matches(Duplicate::isToldBy);
  }

  @Test
  void orderThatHasGoneMeanwhileIsNotWritten() {
    long id = in(() -> decisions.take(wish("gone"))).id();
    run(() -> decisions.forget(id));

    for (Supplier<Order> late :
        List.<Supplier<Order>>of(
            () -> decisions.confirm(id, new Amount(1, "EUR")),
            () -> decisions.reject(id),
            () -> decisions.cancel(id))) {
      assertThatThrownBy(() -> in(late)).isInstanceOf(ProblemException.class);
    }
    assertThat(in(() -> decisions.find(wish("gone")))).isEmpty();
  }

  @Test
  void whatWasDecidedLaterIsNotPutOff() {
    Order order = in(() -> decisions.take(wish("later")));
    in(() -> decisions.confirm(order.id(), new Amount(1, "EUR")));
    in(() -> decisions.cancel(order.id()));
    LocalDateTime soon = LocalDateTime.now(Clock.systemUTC()).plusMinutes(1);

    run(() -> todos.postpone(new Todo(order.id(), "SKU-0001", Task.CONFIRM), NOW.plusYears(9)));

    assertThat(in(() -> todos.due(Task.RELEASE, soon, 50)))
        .contains(new Todo(order.id(), "SKU-0001", Task.RELEASE));
    run(() -> todos.postpone(new Todo(order.id(), "SKU-0001", Task.RELEASE), NOW.plusYears(9)));
    assertThat(in(() -> todos.due(Task.RELEASE, soon, 50))).isEmpty();
  }

  @Test
  void leaseIsHeldByOne() {
    assertThat(in(() -> todos.lease("first", NOW, NOW.plusSeconds(30)))).isTrue();
    assertThat(in(() -> todos.lease("second", NOW.plusSeconds(1), NOW.plusSeconds(31)))).isFalse();
    assertThat(in(() -> todos.lease("second", NOW.plusSeconds(31), NOW.plusSeconds(61)))).isTrue();
  }

  @Test
  void orderByIdIsFoundByItsKey() {
    Plan plan = repositories.planOf(() -> orders.find(5000));

    assertThat(plan).matches(found -> found.usesPrimaryKeyOf("customer_order"));
    assertThat(plan).matches(found -> !found.readsAWholeTable());
  }

  @Test
  void pageOfACustomerIsReadFromItsIndex() {
    assertReadsOnly(
        "customer_order_page", repositories.planOf(() -> orders.page("load-7", 3000, 20)));
  }

  @Test
  void idempotencyKeyIsFoundByItsIndex() {
    assertReadsOnly("customer_order_key", repositories.planOf(() -> decisions.find(wish("any"))));
  }

  @Test
  void whatIsDueIsReadFromItsIndex() {
    assertReadsOnly("order_todo_due", repositories.planOf(() -> todos.due(Task.CONFIRM, NOW, 50)));
  }

  @Test
  void undecidedOrdersAreReadFromTheirIndex() {
    assertReadsOnly(
        "customer_order_undecided", repositories.planOf(() -> decisions.undecided(NOW, 50)));
  }

  private static void assertReadsOnly(String index, Plan plan) {
    assertThat(plan).matches(found -> found.uses(index), "uses " + index);
    assertThat(plan).matches(found -> !found.readsAWholeTable(), "reads no whole table");
  }

  private List<String> openTasks(long order) {
    return database.rows("SELECT task FROM order_todo WHERE order_id = " + order);
  }

  private <T> T in(Supplier<T> work) {
    return repositories.transaction(work);
  }

  private void run(Runnable work) {
    in(
        () -> {
          work.run();
          return null;
        });
  }

  private static Wish wish(String key) {
    return new Wish("walter", new IdempotencyKey(key), "SKU-0001", 1);
  }
}
