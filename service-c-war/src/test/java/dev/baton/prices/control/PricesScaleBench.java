package dev.baton.prices.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Repositories;
import dev.baton.databases.Scale;
import dev.baton.databases.TestDatabase;
import dev.baton.prices.entity.PriceList;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code baton bench data}: what prices cost in their database, with 500 articles and 1,000 quotes,
 * and with 100,000 and 1,000,000. Each article has a contract.
 */
class PricesScaleBench {
  private static final double MOST = 1.5;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "DERBY"})
  void aHundredThousandPricesCostNoMoreThanHalfAsMuchAgain(DatabaseKind kind) {
    try (Shop few = new Shop(kind, 500, 1_000);
        Shop many = new Shop(kind, 100_000, 1_000_000)) {
      Scale scale = new Scale(kind);

      assertThat(
              List.of(
                  scale.compare("price by SKU", few::find, many::find),
                  scale.compare("POST: quote, confirm", few::quote, many::quote)))
          .allMatch(times -> times < MOST);
    }
  }

  /** A database with so many articles and quotes. */
  private static final class Shop implements AutoCloseable {
    private final TestDatabase database;
    private final Repositories repositories;
    private final PriceTable prices;
    private final QuoteTable quotes;
    private final int articles;

    Shop(DatabaseKind kind, int articles, int quoted) {
      this.articles = articles;
      database = kind.start();
      database.migrate();
      database.fill(
          articles,
          "INSERT INTO price (sku, cents, currency)"
              + " SELECT 'SKU-' || TRIM(CAST(n AS CHAR(6))), 1000, 'EUR'");
      database.fill(
          articles,
          "INSERT INTO contract_price (sku, subject, cents)"
              + " SELECT 'SKU-' || TRIM(CAST(n AS CHAR(6))), 'load', 900");
      database.fill(
          quoted,
          """
          INSERT INTO quote (order_id, sku, subject, cents, currency, status, expires_at)
          SELECT n, 'SKU-' || TRIM(CAST(n / %d AS CHAR(6))), 'load', 900, 'EUR', 'CONFIRMED',
                 CAST('2026-02-01 00:00:00' AS TIMESTAMP)
          """
              .formatted(quoted / articles));
      database.analyse("price");
      database.analyse("contract_price");
      database.analyse("quote");
      repositories = new Repositories("prices", database);
      prices = repositories.inject(new PriceTable());
      quotes = repositories.inject(new QuoteTable());
    }

    PriceList find(long number) {
      PriceList list = repositories.transaction(() -> prices.find(sku(number))).orElseThrow();
      assertThat(list.centsFor("load")).isEqualTo(900);
      return list;
    }

    void quote(long number) {
      long order = 10_000_000 + number;
      PriceList list = find(number);
      LocalDateTime until = LocalDateTime.of(2030, 1, 1, 0, 0);
      repositories.transaction(() -> quotes.hold(order, list, "load", until));
      repositories.transaction(() -> confirmed(order, list.sku()));
    }

    private String confirmed(long order, String sku) {
      quotes.confirm(order, sku, new Access("load", false));
      return sku;
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
