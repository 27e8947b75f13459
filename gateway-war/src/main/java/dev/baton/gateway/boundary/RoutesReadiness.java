package dev.baton.gateway.boundary;

import dev.baton.gateway.control.RouteTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready without a route table. */
@Readiness
@ApplicationScoped
public class RoutesReadiness implements HealthCheck {

  private final RouteTable table;

  /** For the container's proxy. */
  protected RoutesReadiness() {
    this.table = null;
  }

  @Inject
  public RoutesReadiness(RouteTable table) {
    this.table = table;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("routes").status(table.isUsable()).build();
  }
}
