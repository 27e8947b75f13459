package dev.baton.kit.problem;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away, full or busy from a statement that is wrong. */
final class DatabaseOutage {
  /**
   * Classes of SQLSTATE (ISO/IEC 9075, section 24): 08 connection, 40 transaction rolled back; of
   * PostgreSQL: 53 no resources, 57 stopped by an operator, 58 system error; of Derby: XJ not
   * booted.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "XJ");

  private static final int CLASS_LENGTH = 2;

  private DatabaseOutage() {}

  /** Whether this exception says that the database could not do now what it can do later. */
  static boolean isToldBy(Throwable cause) {
    return cause instanceof SQLTransientException
        || cause instanceof SQLRecoverableException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof RollbackException
        || cause instanceof SystemException
        || (cause instanceof SQLException failed && hasOutageState(failed.getSQLState()));
  }

  private static boolean hasOutageState(String state) {
    return state != null
        && state.length() >= CLASS_LENGTH
        && CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }
}
