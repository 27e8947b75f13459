package dev.baton.prices.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final String URL = "jdbc:derby:memory:prices";

  private Connection database;

  @BeforeEach
  void migrateAnEmptyDatabase() throws SQLException {
    database = DriverManager.getConnection(URL + ";create=true");
    migrate("schema_history", "classpath:db/migration");
  }

  @AfterEach
  void dropTheDatabase() throws SQLException {
    database.close();
    // Derby says by this exception that it has dropped the database.
    assertThatThrownBy(() -> DriverManager.getConnection(URL + ";drop=true"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("dropped");
  }

  @Test
  void productionStartsEmpty() throws SQLException {
    assertThat(rows("SELECT COUNT(*) FROM price")).containsExactly("0");
  }

  @Test
  void demonstrationHasFiveHundredArticles() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(rows("SELECT COUNT(*) FROM price")).containsExactly("500");
    assertThat(
            rows(
                "SELECT sku, cents, currency FROM price WHERE sku IN ('SKU-0000', 'SKU-0499') ORDER BY sku"))
        .containsExactly("SKU-0000 999 EUR", "SKU-0499 5989 EUR");
  }

  @Test
  void demonstrationHasAQuoteForEachOfItsOrdersAtItsCustomersPrice() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(rows("SELECT COUNT(*) FROM quote WHERE status = 'CONFIRMED'"))
        .containsExactly("1010");
    assertThat(
            rows(
                "SELECT order_id, sku, subject, cents FROM quote"
                    + " WHERE order_id IN (1, 1001, 1006) ORDER BY order_id"))
        .containsExactly(
            "1 SKU-0000 user-000 999", "1001 SKU-0490 alice 4999", "1006 SKU-0490 bob 5299");
  }

  @Test
  void contractsAreForKnownArticlesOnly() {
    assertThatThrownBy(
            () ->
                run(
                    "INSERT INTO contract_price (sku, subject, cents)"
                        + " VALUES ('SKU-9999', 'alice', 1)"))
        .isInstanceOf(SQLException.class);
  }

  private static void migrate(String history, String location) {
    Flyway.configure()
        .dataSource(URL, null, null)
        .table(history)
        .locations(location)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private List<String> rows(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    }
  }

  private static String row(ResultSet found) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      columns.add(found.getString(i));
    }
    return String.join(" ", columns);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
