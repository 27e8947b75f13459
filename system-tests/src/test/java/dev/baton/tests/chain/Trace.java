package dev.baton.tests.chain;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A trace of our own (W3C Trace Context), by which one request is found in the logs of every hop.
 *
 * @param id 32 hex digits
 */
public record Trace(String id) {

  public static Trace fresh() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return new Trace(HexFormat.of().formatHex(id));
  }

  public Map<String, String> headers() {
    return Map.of("traceparent", "00-" + id + "-00f067aa0ba902b7-01");
  }
}
