package dev.baton.gateway.boundary;

import dev.baton.kit.hops.ServerTiming;
import dev.baton.kit.token.VerifiedToken;

/** The gateway's entries in Server-Timing (W3C), followed by those of the service. */
final class GatewayHops {

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
    return new ServerTiming()
        .add("gateway.verify", token.fingerprint(), token.verificationNanos())
        .add("gateway.call", "", now - sent)
        .add("gateway.total", "", now - start + token.verificationNanos())
        .addAll(handedOn)
        .toString();
  }
}
