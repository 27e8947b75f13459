package dev.baton.kit.hops;

/** The value of a header Server-Timing (W3C), written entry by entry. */
public final class ServerTiming {
  private static final int NANOS_PER_MICRO = 1000;
  private static final int MICROS_PER_MILLI = 1000;

  private final StringBuilder entries = new StringBuilder(256);

  /**
   * Adds {@code <name>;dur=<milliseconds>;desc="<description>"}.
   *
   * @param name a token (RFC 9110 section 5.6.2)
   * @param description empty for none; no quotes or control characters
   * @param nanos how long it took, in nanoseconds, 0 or more; told in whole microseconds
   */
  public ServerTiming add(String name, String description, long nanos) {
    long micros = (nanos + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
    separate().append(name).append(";dur=").append(micros / MICROS_PER_MILLI).append('.');
    appendFraction(micros % MICROS_PER_MILLI);
    if (!description.isEmpty()) {
      entries.append(";desc=\"").append(description).append('"');
    }
    return this;
  }

  /** Adds entries that somebody else wrote; null or blank where there are none. */
  public ServerTiming addAll(String others) {
    if (others != null && !others.isBlank()) {
      separate().append(others);
    }
    return this;
  }

  private StringBuilder separate() {
    return entries.isEmpty() ? entries : entries.append(", ");
  }

  private void appendFraction(long micros) {
    entries.append(micros / 100).append(micros / 10 % 10).append(micros % 10);
  }

  /** The value. */
  @Override
  public String toString() {
    return entries.toString();
  }
}
