package dev.baton.databases;

import java.util.Locale;

/**
 * How a database did a statement.
 *
 * @param kind of the database
 * @param text in the database's own words
 */
public record Plan(DatabaseKind kind, String text) {

  /** Whether a whole table was read. */
  public boolean readsAWholeTable() {
    return text.contains("Seq Scan") || text.contains("Table Scan");
  }

  /** Whether an index was used. Derby gives those of constraints names of its own. */
  public boolean uses(String index) {
    return kind == DatabaseKind.POSTGRESQL
        ? text.contains(index)
        : text.contains("using index " + index.toUpperCase(Locale.ROOT))
            || text.contains("using constraint " + index.toUpperCase(Locale.ROOT));
  }

  /** Whether the primary key of a table was used. */
  public boolean usesPrimaryKeyOf(String table) {
    return kind == DatabaseKind.POSTGRESQL
        ? text.contains(table + "_pkey")
        : text.contains("for " + table.toUpperCase(Locale.ROOT) + " using constraint SQL");
  }
}
