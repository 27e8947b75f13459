package dev.baton.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/** A database of its own for one test. */
public final class TestDatabase implements AutoCloseable {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.SEVERE);
  }

  private final DatabaseKind kind;
  private final String url;
  private final String user;
  private final String password;
  private final Connection connection;

  TestDatabase(DatabaseKind kind, String url, String user, String password) {
    this.kind = kind;
    this.url = url;
    this.user = user;
    this.password = password;
    this.connection = connect();
  }

  /** Which kind it is. */
  public DatabaseKind kind() {
    return kind;
  }

  /** Runs the service's migrations, as the service does. */
  public void migrate() {
    flyway("schema_history", "classpath:db/migration");
  }

  /** Loads the demonstration's data, as the service does. */
  public void migrateSample() {
    flyway("sample_history", "classpath:db/sample");
  }

  /** The rows of a query, their columns joined by blanks. */
  public List<String> rows(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(query, failed);
    }
  }

  /** Runs a statement. */
  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  /**
   * Inserts rows by one statement, numbered from 0 by their column {@code n}.
   *
   * @param rows how many, up to a million
   * @param insertSelect INSERT and SELECT, without FROM
   */
  public void fill(int rows, String insertSelect) {
    String digit = "(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS ";
    run(
        insertSelect
            + " FROM (SELECT 100000 * f.d + 10000 * e.d + 1000 * k.d + 100 * h.d + 10 * t.d + u.d"
            + " AS n FROM "
            + String.join(
                "(d), ",
                digit + "f",
                digit + "e",
                digit + "k",
                digit + "h",
                digit + "t",
                digit + "u")
            + "(d)) AS numbers WHERE n < "
            + rows);
  }

  /** Tidies a table up after it was filled, and tells the optimiser what is in it. */
  public void analyse(String table) {
    run(
        kind == DatabaseKind.POSTGRESQL
            ? "VACUUM ANALYZE " + table
            : "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', '"
                + table.toUpperCase()
                + "', NULL)");
  }

  /** A connection of one's own. */
  public Connection connect() {
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException failed) {
      throw new IllegalStateException(url, failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void flyway(String history, String location) {
    Flyway.configure()
        .dataSource(url, user, password)
        .table(history)
        .locations(location)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private static String row(ResultSet found) throws SQLException {
    StringJoiner columns = new StringJoiner(" ");
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      columns.add(found.getString(i));
    }
    return columns.toString();
  }
}
