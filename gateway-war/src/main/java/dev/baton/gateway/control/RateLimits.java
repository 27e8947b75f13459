package dev.baton.gateway.control;

import dev.baton.gateway.entity.CallerKey;
import dev.baton.gateway.entity.RateVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The rates of requests: of each subject whose token is good, of each address whose is not. */
@ApplicationScoped
public class RateLimits {

  private final RateLimit subjects;
  private final RateLimit addresses;

  /** For the container's proxy. */
  protected RateLimits() {
    this.subjects = null;
    this.addresses = null;
  }

  @Inject
  public RateLimits(GatewaySettings settings, GatewayCluster cluster) {
    this.subjects = new RateLimit(settings.subjectRate(), cluster.rates());
    this.addresses = new RateLimit(settings.addressRate(), cluster.rates());
  }

  /** Counts a request of a verified subject. */
  public RateVerdict ofSubject(String subject) {
    return subjects.spend(subject);
  }

  /** Counts a request that was refused. */
  public RateVerdict ofAddress(String address) {
    return addresses.spend(CallerKey.of(address));
  }
}
