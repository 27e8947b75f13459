package dev.baton.kit.cache;

/** What a cache holds under a key. */
sealed interface Slot {

  /** A row of the database. */
  record Row(Versioned value) implements Slot {}

  /**
   * The place for a row that is being read from the database. A write takes the place away, and
   * what was read before the write finds it no more.
   *
   * @param ticket drawn at random by the reader
   */
  record Lease(long ticket) implements Slot {}

  /**
   * A row that may be written at any moment, by a commit whose outcome nobody knows.
   *
   * @param untilMillis until when no row read from the database is kept, in milliseconds since 1970
   */
  record Doubtful(long untilMillis) implements Slot {}
}
