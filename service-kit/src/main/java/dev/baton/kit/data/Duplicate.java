package dev.baton.kit.data;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a row that is there already from everything else that a database refuses. */
public final class Duplicate {
  /** SQLSTATE of a unique constraint that was violated, of Derby and of PostgreSQL. */
  private static final String STATE = "23505";

  private static final int MOST_CAUSES = 20;

  private Duplicate() {}

  /** Whether a failed write says that another row has the key. */
  public static boolean isToldBy(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(
            cause -> cause instanceof SQLException failed && STATE.equals(failed.getSQLState()));
  }
}
