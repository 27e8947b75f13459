package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.RateVerdict;
import jakarta.servlet.http.HttpServletResponse;

/** Tells callers their rate (draft-ietf-httpapi-ratelimit-headers). */
final class RateFields {

  private RateFields() {}

  static void set(RateVerdict verdict, HttpServletResponse response) {
    if (verdict.policy().isOn()) {
      response.setHeader("RateLimit-Policy", verdict.policy().field());
      response.setHeader("RateLimit", verdict.field());
    }
  }
}
