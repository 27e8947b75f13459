package dev.baton.prices.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Plan;
import dev.baton.databases.Repositories;
import dev.baton.databases.TestDatabase;
import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.entity.PriceList;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations and repositories, on each kind of database, with enough rows to need an index. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PricesOnEveryDatabaseTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 12, 0);

  private static TestDatabase database;
  private static Repositories repositories;
  private static PriceTable prices;
  private static QuoteTable quotes;

  PricesOnEveryDatabaseTest(DatabaseKind kind) {}

  @BeforeParameterizedClassInvocation
  static void load(DatabaseKind kind) {
    database = kind.start();
    database.migrate();
    database.migrateSample();
    database.run(
        """
        INSERT INTO quote (order_id, sku, subject, cents, currency, status, expires_at)
        SELECT n, 'SKU-0001', 'load', 1, 'EUR',
               CASE WHEN n < 2020 THEN 'HELD' ELSE 'CONFIRMED' END,
               CAST('2026-02-01 00:00:00' AS TIMESTAMP)
        FROM (
          SELECT 2001 + 1000 * k.d + 100 * h.d + 10 * t.d + u.d AS n
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS k(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
        ) AS numbers
        """);
    database.analyse("quote");
    database.analyse("price");
    repositories = new Repositories("prices", database);
    prices = repositories.inject(new PriceTable());
    quotes = repositories.inject(new QuoteTable());
  }

  @AfterParameterizedClassInvocation
  static void end() {
    repositories.close();
    database.close();
  }

  @Test
  void contractPriceComesWithTheList() {
    PriceList list = in(() -> prices.find("SKU-0490")).orElseThrow();

    assertThat(list.centsFor("alice")).isEqualTo(4999);
    assertThat(list.centsFor("carol")).isEqualTo(5899);
    assertThat(list.currency()).isEqualTo("EUR");
  }

  @Test
  void priceIsFixedOnceForAnOrder() {
    PriceList list = in(() -> prices.find("SKU-0490")).orElseThrow();

    in(() -> quotes.hold(90_001, list, "alice", NOW));

    assertThatThrownBy(() -> in(() -> quotes.hold(90_001, list, "bob", NOW)))
        .isInstanceOf(ProblemException.class);
    assertThat(database.rows("SELECT cents, status FROM quote WHERE order_id = 90001"))
        .containsExactly("4999 HELD");
  }

  @Test
  void whatHasExpiredIsReadFromItsIndex() {
    assertReadsOnly("quote_expiry", repositories.planOf(() -> quotes.expire(NOW)));
  }

  private static void assertReadsOnly(String index, Plan plan) {
    assertThat(plan).matches(found -> found.uses(index), "uses " + index);
    assertThat(plan).matches(found -> !found.readsAWholeTable(), "reads no whole table");
  }

  private static <T> T in(Supplier<T> work) {
    return repositories.transaction(work);
  }
}
