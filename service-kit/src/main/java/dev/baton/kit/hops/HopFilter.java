package dev.baton.kit.hops;

import dev.baton.kit.token.VerifiedToken;
import dev.baton.kit.trace.CurrentSpan;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Writes the Server-Timing header of a service's answers, refusals and errors included. */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class HopFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STARTED = HopFilter.class.getName() + ".started";

  @Inject private HopTimings hops;
  @Inject private HopVisibility visibility;
  @Inject private JsonWebToken token;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
    hops.begin();
    CurrentSpan.saw(VerifiedToken.of(servletRequest).fingerprint());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STARTED) instanceof Long started && visibility.allows(token)) {
      response.getHeaders().putSingle("Server-Timing", told(System.nanoTime() - started));
    }
    hops.end();
  }

  private String told(long nanos) {
    VerifiedToken verified = VerifiedToken.of(servletRequest);
    hops.add("verify", verified.fingerprint(), verified.verificationNanos());
    hops.add("total", "", nanos);
    return hops.header();
  }
}
