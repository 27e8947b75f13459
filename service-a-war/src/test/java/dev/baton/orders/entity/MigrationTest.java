package dev.baton.orders.entity;

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
  private static final String URL = "jdbc:derby:memory:orders";

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
    assertThat(rows("SELECT COUNT(*) FROM customer_order")).containsExactly("0");
  }

  @Test
  void demonstrationHasAThousandOrdersOfTwoHundredCustomersAndTenOfOurUsers() throws SQLException {
    migrate("sample_history", "classpath:db/sample");

    assertThat(rows("SELECT COUNT(*) FROM customer_order")).containsExactly("1010");
    assertThat(orders("id IN (1, 200, 201, 777, 1000)"))
        .containsExactly(
            "1 user-000 SKU-0000 2",
            "200 user-199 SKU-0199 3",
            "201 user-000 SKU-0200 4",
            "777 user-176 SKU-0276 4",
            "1000 user-199 SKU-0499 2");
    assertThat(rows("SELECT owner, COUNT(*) FROM customer_order WHERE id > 1000 GROUP BY owner"))
        .containsExactlyInAnyOrder("alice 5", "bob 5");
  }

  @Test
  void newOrdersGetIdsAboveTheSample() throws SQLException {
    migrate("sample_history", "classpath:db/sample");
    run(
        "INSERT INTO customer_order (owner, sku, quantity, status, created_at)"
            + " VALUES ('alice', 'SKU-0001', 1, 'PENDING', CURRENT_TIMESTAMP)");

    assertThat(rows("SELECT MAX(id) FROM customer_order")).containsExactly("1011");
  }

  @Test
  void aCustomerUsesAKeyOnceAndAnotherMayUseItToo() throws SQLException {
    insertWithKey("alice", "'k'");
    insertWithKey("bob", "'k'");
    insertWithKey("alice", "NULL");
    insertWithKey("alice", "NULL");

    assertThatThrownBy(() -> insertWithKey("alice", "'k'")).isInstanceOf(SQLException.class);
    assertThat(rows("SELECT COUNT(*) FROM customer_order")).containsExactly("4");
  }

  @Test
  void theBackgroundWorkHasOneLease() throws SQLException {
    assertThat(rows("SELECT name FROM worker_lease")).containsExactly("reconciler");
  }

  @Test
  void quantityIsPositive() {
    assertThatThrownBy(
            () ->
                run(
                    "INSERT INTO customer_order (owner, sku, quantity, status, created_at)"
                        + " VALUES ('a', 'b', 0, 'PENDING', CURRENT_TIMESTAMP)"))
        .isInstanceOf(SQLException.class);
  }

  private List<String> orders(String which) throws SQLException {
    return rows(
        "SELECT id, owner, sku, quantity FROM customer_order WHERE " + which + " ORDER BY id");
  }

  private void insertWithKey(String owner, String key) throws SQLException {
    run(
        "INSERT INTO customer_order (owner, sku, quantity, status, created_at, idempotency_key)"
            + (" VALUES ('" + owner + "', 'SKU-0001', 1, 'PENDING', CURRENT_TIMESTAMP, ")
            + key
            + ")");
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
