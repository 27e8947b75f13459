package dev.baton.gateway.boundary;

import dev.baton.kit.token.VerifiedToken;

/** The gateway's entries in Server-Timing (W3C), followed by those of the service. */
final class GatewayHops {

  private static final int NANOS_PER_MICRO = 1000;
  private static final int MICROS_PER_MILLI = 1000;
  private static final int DIGITS = 3;

  private GatewayHops() {}

  /**
   * The value of the header, once the head of the answer is there.
   *
   * @param token what the guard found
   * @param start when the request passed the guard, as {@link System#nanoTime}
   * @param sent when it went to the service
   * @param handedOn the service's own Server-Timing, or null
   */
  static String header(VerifiedToken token, long start, long sent, String handedOn) {
    long now = System.nanoTime();
    StringBuilder entries = new StringBuilder(192);
    entry(entries, "gateway.verify", token.verificationNanos());
    entries.append(";desc=\"").append(token.fingerprint()).append("\", ");
    entry(entries, "gateway.call", now - sent);
    entries.append(", ");
    entry(entries, "gateway.total", now - start + token.verificationNanos());
    if (handedOn != null) {
      entries.append(", ").append(handedOn);
    }
    return entries.toString();
  }

  private static void entry(StringBuilder entries, String name, long nanos) {
    long micros = nanos / NANOS_PER_MICRO;
    String fraction = Long.toString(micros % MICROS_PER_MILLI);
    entries.append(name).append(";dur=").append(micros / MICROS_PER_MILLI).append('.');
    entries.append("0".repeat(DIGITS - fraction.length())).append(fraction);
  }
}
