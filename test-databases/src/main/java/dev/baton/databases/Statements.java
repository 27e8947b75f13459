package dev.baton.databases;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Remembers the last prepared statement of a data source, with its parameters. */
final class Statements {
  private final TestDatabase database;
  private final SortedMap<Integer, Object> parameters = new TreeMap<>();
  private Connection kept;
  private String sql;

  Statements(TestDatabase database) {
    this.database = database;
  }

  /** A data source whose statements are remembered. */
  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) ->
            method.getName().equals("getConnection")
                ? connection()
                : unsupported(method.getName()));
  }

  /** Ends the connection that all statements share, as those of a pool would. */
  void close() throws SQLException {
    if (kept != null) {
      kept.close();
    }
  }

  private Connection connection() {
    if (kept == null) {
      kept = database.connect();
    }
    return remembering(kept);
  }

  /** How the database does what was asked last. */
  Plan plan() {
    DatabaseKind kind = database.kind();
    try (Connection connection = database.connect()) {
      return new Plan(
          kind, kind == DatabaseKind.POSTGRESQL ? explain(connection) : watch(connection));
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private String explain(Connection connection) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement statement = bound(connection, "EXPLAIN " + sql);
        ResultSet lines = statement.executeQuery()) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private String watch(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement control = connection.createStatement()) {
      control.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
      try (PreparedStatement statement = bound(connection, sql)) {
        drain(statement);
      }
      try (ResultSet told =
          control.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
        told.next();
        return told.getString(1);
      }
    } finally {
      connection.rollback();
    }
  }

  private static void drain(PreparedStatement statement) throws SQLException {
    if (!statement.execute()) {
      return;
    }
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private PreparedStatement bound(Connection connection, String text) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (var parameter : parameters.entrySet()) {
      statement.setObject(parameter.getKey(), parameter.getValue());
    }
    return statement;
  }

  private Connection remembering(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          Object result = invoke(connection, method, arguments);
          if (!method.getName().equals("prepareStatement")) {
            return result;
          }
          sql = (String) arguments[0];
          parameters.clear();
          return remembering((PreparedStatement) result);
        });
  }

  private PreparedStatement remembering(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length == 2) {
            parameters.put((Integer) arguments[0], arguments[1]);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static Object unsupported(String method) {
    throw new UnsupportedOperationException(method);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
