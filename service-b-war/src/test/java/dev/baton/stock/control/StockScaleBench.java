package dev.baton.stock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Repositories;
import dev.baton.databases.Scale;
import dev.baton.databases.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code baton bench data}: what stock costs in its database, with 500 articles and 1,000
 * reservations, and with 100,000 and 1,000,000.
 */
class StockScaleBench {
  private static final double MOST = 1.5;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "DERBY"})
  void aHundredThousandArticlesCostNoMoreThanHalfAsMuchAgain(DatabaseKind kind) {
    try (Shop few = new Shop(kind, 500, 1_000);
        Shop many = new Shop(kind, 100_000, 1_000_000)) {
      Scale scale = new Scale(kind);

      assertThat(
              List.of(
                  scale.compare("stock by SKU", few::find, many::find),
                  scale.compare("POST: hold, confirm", few::reserve, many::reserve)))
          .allMatch(times -> times < MOST);
    }
  }

  /** A database with so many articles and reservations. */
  private static final class Shop implements AutoCloseable {
    private final TestDatabase database;
    private final Repositories repositories;
    private final StockTable stock;
    private final ReservationTable reservations;
    private final int articles;

    Shop(DatabaseKind kind, int articles, int reserved) {
      this.articles = articles;
      database = kind.start();
      database.migrate();
      database.fill(
          articles,
          "INSERT INTO stock (sku, available, pieces)"
              + " SELECT 'SKU-' || TRIM(CAST(n AS CHAR(6))), 1000, 1000");
      // Article by article: at random, each row would read another page of the articles' indexes.
      database.fill(
          reserved,
          """
          INSERT INTO reservation (order_id, sku, subject, quantity, status, expires_at)
          SELECT n, 'SKU-' || TRIM(CAST(n / %d AS CHAR(6))), 'load', 1, 'CONFIRMED',
                 CAST('2026-02-01 00:00:00' AS TIMESTAMP)
          """
              .formatted(reserved / articles));
      database.analyse("stock");
      database.analyse("reservation");
      repositories = new Repositories("stock", database);
      stock = repositories.inject(new StockTable());
      reservations = repositories.inject(new ReservationTable());
    }

    void find(long number) {
      assertThat(repositories.transaction(() -> stock.find(sku(number)))).isPresent();
    }

    void reserve(long number) {
      long order = 10_000_000 + number;
      LocalDateTime until = LocalDateTime.of(2030, 1, 1, 0, 0);
      repositories.transaction(() -> reservations.hold(order, sku(number), "load", 1, until));
      repositories.transaction(
          () -> reservations.confirm(order, sku(number), new Access("load", false)));
    }

    private String sku(long number) {
      return "SKU-" + number * 7919 % articles;
    }

    @Override
    public void close() {
      repositories.close();
      database.close();
    }
  }
}
