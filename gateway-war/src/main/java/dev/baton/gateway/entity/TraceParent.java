package dev.baton.gateway.entity;

import dev.baton.kit.problem.TraceId;

/** The position of a request in its trace (W3C Trace Context section 3.2). */
public final class TraceParent {

  /** The header that carries it. */
  public static final String HEADER = TraceId.HEADER;

  private static final String VERSION = "00-";
  private static final String SAMPLED = "-01";

  private TraceParent() {}

  /**
   * The value that came with the request if it is valid, the start of a trace otherwise. A new
   * trace has the request's id where that can be one, so that the balancer's log tells it too.
   */
  public static String keptOrNew(String came, String requestId) {
    if (TraceId.isValid(came)) {
      return came;
    }
    String begun = VERSION + requestId + "-" + Hex.random(1) + SAMPLED;
    return TraceId.isValid(begun) ? begun : VERSION + Hex.random(2) + "-" + Hex.random(1) + SAMPLED;
  }
}
