package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.Caller;
import dev.baton.gateway.entity.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;

/** Finds who is behind a connection. */
final class Callers {

  private Callers() {}

  static Caller of(HttpServletRequest request, TrustedProxies proxies) {
    return proxies.caller(
        request.getRemoteAddr(),
        request.getScheme(),
        request.getHeader("Host"),
        request.getHeader("X-Forwarded-For"),
        request.getHeader("X-Forwarded-Proto"),
        request.getHeader("X-Forwarded-Host"));
  }
}
