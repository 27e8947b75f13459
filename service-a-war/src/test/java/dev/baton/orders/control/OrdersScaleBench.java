package dev.baton.orders.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Repositories;
import dev.baton.databases.Scale;
import dev.baton.databases.TestDatabase;
import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.IdempotencyKey;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.Wish;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code baton bench data}: what orders cost in their database, with 1,000 and 1,000,000 of them.
 */
class OrdersScaleBench {
  private static final double MOST = 1.5;
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "DERBY"})
  void aMillionOrdersCostNoMoreThanHalfAsMuchAgain(DatabaseKind kind) {
    try (Shop few = new Shop(kind, FEW);
        Shop many = new Shop(kind, MANY)) {
      Scale scale = new Scale(kind);

      assertThat(
              List.of(
                  scale.compare("order by id", few::find, many::find),
                  scale.compare("customer's page of 20", few::page, many::page),
                  scale.compare("POST: take, confirm, told", few::place, many::place)))
          .allMatch(times -> times < MOST);
    }
  }

  /** A database with so many orders, one customer for each ten. */
  private static final class Shop implements AutoCloseable {
    private final TestDatabase database;
    private final Repositories repositories;
    private final OrderTable orders;
    private final Decisions decisions;
    private final TodoTable todos;
    private final int size;

    Shop(DatabaseKind kind, int size) {
      this.size = size;
      database = kind.start();
      database.migrate();
      database.fill(
          size,
          """
          INSERT INTO customer_order (owner, idempotency_key, sku, quantity, status, created_at)
          SELECT 'user-' || TRIM(CAST(MOD(n, %d) AS CHAR(6))), 'key-' || CAST(n AS CHAR(7)),
                 'SKU-' || CAST(MOD(n, 500) AS CHAR(3)), 1, 'CONFIRMED',
                 CAST('2026-02-01 00:00:00' AS TIMESTAMP)
          """
              .formatted(size / 10));
      database.analyse("customer_order");
      repositories = new Repositories("orders", database);
      orders = repositories.inject(new OrderTable());
      decisions = repositories.inject(new Decisions());
      todos = repositories.inject(new TodoTable());
    }

    void find(long number) {
      long id = 1 + number * 7919 % size;
      assertThat(repositories.transaction(() -> orders.find(id))).isPresent();
    }

    void page(long number) {
      String owner = "user-" + number * 7919 % (size / 10);
      assertThat(repositories.transaction(() -> orders.page(owner, 0, 20))).isNotEmpty();
    }

    void place(long number) {
      Wish wish = new Wish("walter", new IdempotencyKey("new-" + number), "SKU-1", 1);
      repositories.transaction(() -> decisions.find(wish));
      Order order = repositories.transaction(() -> decisions.take(wish));
      repositories.transaction(() -> decisions.confirm(order.id(), new Amount(1, "EUR")));
      repositories.transaction(() -> told(new Todo(order.id(), "SKU-1", Task.CONFIRM)));
    }

    private Todo told(Todo todo) {
      todos.done(todo);
      return todo;
    }

    @Override
    public void close() {
      repositories.close();
      database.close();
    }
  }
}
