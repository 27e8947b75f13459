package dev.baton.gateway.control;

import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/**
 * A request as it goes to a service.
 *
 * @param method as it came
 * @param service the service that serves it
 * @param target path and query at the service
 * @param headers all but those that the connection needs
 * @param body what goes with it
 */
public record OutboundRequest(
    String method, String service, String target, List<Header> headers, RequestBody body) {

  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  /** Asks a service whether it lives, in nobody's name. */
  static OutboundRequest probe(String service) {
    return new OutboundRequest("GET", service, "/health/live", List.of(), RequestBody.none());
  }

  /** Whether it may be sent again although a service may have seen it (RFC 9110 section 9.2.2). */
  boolean isRepeatable() {
    return IDEMPOTENT.contains(method) && body.isHeld();
  }
}
