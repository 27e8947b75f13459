package dev.baton.kit.cache;

/** A row that knows how often it has been written, so that of two values the newer one is known. */
public interface Versioned {

  /** The row's version column: higher after each write. */
  long version();
}
