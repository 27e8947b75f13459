package dev.baton.gateway.control;

import dev.baton.gateway.entity.CorsOrigins;
import dev.baton.gateway.entity.RatePolicy;
import dev.baton.gateway.entity.Routes;
import dev.baton.gateway.entity.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The gateway's own variables; those of its calls are in {@code CallSettings}. */
@ApplicationScoped
public class GatewaySettings {

  private static final String ROUTES =
      "/api/orders=service-a,/api/customers=service-a,/api/stock=service-b,/api/prices=service-c";
  private static final String CLOSED = "/api/stock/*/reservations,/api/prices/*/quotes";
  private static final long MAX_BODY = 10L * 1024 * 1024;

  private final Config config;

  /** For the container's proxy. */
  protected GatewaySettings() {
    this(null);
  }

  @Inject
  public GatewaySettings(Config config) {
    this.config = config;
  }

  /** Which service serves a public path. */
  public Routes routes() {
    return Routes.parse(text("baton.routes", ROUTES), text("baton.routes.closed", CLOSED));
  }

  /** The load balancers in front. */
  public TrustedProxies trustedProxies() {
    return new TrustedProxies(texts("baton.trusted.proxies"));
  }

  /** How large a request's body may be, and how slowly it may come. */
  public BodyLimits bodyLimits() {
    return new BodyLimits(
        number("baton.body.max", MAX_BODY),
        millis("baton.body.grace.ms", 10_000),
        number("baton.body.rate", 1000));
  }

  /** For which a streamed body may stand still on its way to a service. */
  public Duration stall() {
    return millis("baton.body.stall.ms", 10_000);
  }

  /** How many calls to one service may be waiting for its answer. */
  public int bulkhead() {
    return (int) number("baton.bulkhead.size", 100);
  }

  /** How long a request may wait for its turn in the bulkhead. */
  public Duration bulkheadWait() {
    return millis("baton.bulkhead.wait.ms", 250);
  }

  /** For which a failing service is not asked at all. */
  public Duration circuitOpen() {
    return millis("baton.circuit.open.ms", 1000);
  }

  /** What one subject may ask for. */
  public RatePolicy subjectRate() {
    return new RatePolicy("subject", number("baton.rate.subject", 18_000), rateWindow());
  }

  /** How often one address may be refused. */
  public RatePolicy addressRate() {
    return new RatePolicy("address", number("baton.rate.address", 30_000), rateWindow());
  }

  private Duration rateWindow() {
    return Duration.ofSeconds(number("baton.rate.window", 60));
  }

  /** Whose pages may read answers. */
  public CorsOrigins corsOrigins() {
    return new CorsOrigins(texts("baton.cors.origins"));
  }

  /** How long the id of a token stays on the list when only an operator named it. */
  public Duration revocationKept() {
    return Duration.ofSeconds(number("baton.revocation.kept", 86_400));
  }

  private Set<String> texts(String name) {
    return Set.copyOf(config.getOptionalValues(name, String.class).orElse(List.of()));
  }

  private String text(String name, String otherwise) {
    return config.getOptionalValue(name, String.class).orElse(otherwise);
  }

  private long number(String name, long otherwise) {
    return config.getOptionalValue(name, Long.class).orElse(otherwise);
  }

  private Duration millis(String name, long otherwise) {
    return Duration.ofMillis(number(name, otherwise));
  }
}
