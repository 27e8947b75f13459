package dev.baton.gateway.boundary;

import dev.baton.gateway.control.GatewaySettings;
import dev.baton.gateway.control.RateLimits;
import dev.baton.gateway.entity.RateVerdict;
import dev.baton.gateway.entity.TrustedProxies;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.RefusalLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Bounds how often one address is told why its tokens are refused. */
@ApplicationScoped
public class AddressLimit implements RefusalLimit {

  private final RateLimits rates;
  private final TrustedProxies proxies;

  /** For the container's proxy. */
  protected AddressLimit() {
    this.rates = null;
    this.proxies = null;
  }

  @Inject
  public AddressLimit(RateLimits rates, GatewaySettings settings) {
    this.rates = rates;
    this.proxies = settings.trustedProxies();
  }

  @Override
  public boolean answered(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RateVerdict verdict = rates.ofAddress(Callers.of(request, proxies).address());
    if (verdict.allowed()) {
      return false;
    }
    RateFields.set(verdict, response);
    Problems.write(
        request,
        response,
        ProblemException.tooManyRequests(
            "Too many requests of this address were refused.", verdict.retrySeconds()));
    return true;
  }
}
