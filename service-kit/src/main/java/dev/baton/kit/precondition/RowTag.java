package dev.baton.kit.precondition;

/**
 * The entity tag of a row (RFC 9110 section 8.8.3): its version.
 *
 * @param version the row's, 0 or more
 */
public record RowTag(long version) {

  /** As the header {@code ETag} has it. */
  @Override
  public String toString() {
    return '"' + Long.toString(version) + '"';
  }
}
