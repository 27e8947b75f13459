package dev.baton.gateway.entity;

import dev.baton.kit.problem.TraceId;

/** The position of a request in its trace (W3C Trace Context section 3.2). */
public final class TraceParent {

  /** The header that carries it. */
  public static final String HEADER = TraceId.HEADER;

  private static final String VERSION = "00-";
  private static final String SAMPLED = "-01";

  private TraceParent() {}

  /** The value that came with the request if it is valid, the start of a trace otherwise. */
  public static String keptOrNew(String came) {
    return TraceId.isValid(came) ? came : VERSION + Hex.random(2) + "-" + Hex.random(1) + SAMPLED;
  }
}
