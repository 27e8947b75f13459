package dev.baton.stock.entity;

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
  private static final String URL = "jdbc:derby:memory:stock";

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
    assertThat(rows("SELECT COUNT(*) FROM stock")).containsExactly("0");
  }

  @Test
  void demonstrationHasFiveHundredArticles() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(rows("SELECT COUNT(*) FROM stock")).containsExactly("500");
    assertThat(
            rows(
                "SELECT sku, available FROM stock WHERE sku IN ('SKU-0000', 'SKU-0499') ORDER BY sku"))
        .containsExactly("SKU-0000 100", "SKU-0499 149");
  }

  @Test
  void demonstrationHasAReservationForEachOfItsOrders() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(rows("SELECT COUNT(*) FROM reservation WHERE status = 'CONFIRMED'"))
        .containsExactly("1010");
    assertThat(reservations("1, 777, 1001, 1010"))
        .containsExactly(
            "1 SKU-0000 user-000 2",
            "777 SKU-0276 user-176 4",
            "1001 SKU-0490 alice 2",
            "1010 SKU-0494 bob 2");
  }

  @Test
  void demonstrationAddsUp() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(
            rows(
                "SELECT s.sku FROM stock s WHERE s.pieces <> s.available + COALESCE("
                    + "(SELECT SUM(r.quantity) FROM reservation r WHERE r.sku = s.sku), 0)"))
        .isEmpty();
    assertThat(rows("SELECT pieces FROM stock WHERE sku = 'SKU-0000'")).containsExactly("109");
  }

  @Test
  void anOrderHasOneReservation() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThatThrownBy(
            () ->
                run(
                    "INSERT INTO reservation (order_id, sku, subject, quantity, status, expires_at)"
                        + " VALUES (1, 'SKU-0001', 'alice', 1, 'HELD', CURRENT_TIMESTAMP)"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void stockIsNeverNegative() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThatThrownBy(() -> run("UPDATE stock SET available = -1 WHERE sku = 'SKU-0000'"))
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

  private List<String> reservations(String orders) throws SQLException {
    return rows(
        "SELECT order_id, sku, subject, quantity FROM reservation WHERE order_id IN ("
            + orders
            + ") ORDER BY order_id");
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
