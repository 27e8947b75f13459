package dev.baton.kit.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Tells whole tables as lines of text, for the one who checks that the three services agree. Rows
 * are told as they are read, so that millions need no memory.
 */
@ApplicationScoped
public class Ledger {
  private static final int ROWS_AT_ONCE = 1000;

  @Resource(lookup = "jdbc/baton")
  private DataSource database;

  /**
   * Writes one line for each row: its columns, separated by blanks, {@code -} for none, times as
   * seconds since 1970. The last line is {@code end} and their number: where it is missing, the
   * table was cut off.
   *
   * @param query a statement without parameters, whose columns hold no blanks
   * @throws PersistenceException where the database fails
   */
  @Transactional
  public void copy(String query, OutputStream lines) throws IOException {
    try {
      write("end " + copyRows(query, lines) + "\n", lines);
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  private long copyRows(String query, OutputStream lines) throws IOException, SQLException {
    long count = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          write(line(rows), lines);
          count++;
        }
      }
    }
    return count;
  }

  private static void write(String line, OutputStream lines) throws IOException {
    lines.write(line.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(ResultSet row) throws SQLException {
    StringJoiner columns = new StringJoiner(" ", "", "\n");
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.add(text(row, i));
    }
    return columns.toString();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    boolean time = row.getMetaData().getColumnType(column) == Types.TIMESTAMP;
    Object value = time ? row.getTimestamp(column) : row.getString(column);
    if (value == null) {
      return "-";
    }
    return time ? seconds(row.getTimestamp(column).toLocalDateTime()) : value.toString().strip();
  }

  private static String seconds(LocalDateTime utc) {
    return Long.toString(utc.toEpochSecond(ZoneOffset.UTC));
  }
}
