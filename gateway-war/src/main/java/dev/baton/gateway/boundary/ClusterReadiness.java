package dev.baton.gateway.boundary;

import dev.baton.gateway.control.GatewayCluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready outside the cluster: a gateway that is not told of ended tokens must get no requests.
 */
@Readiness
@ApplicationScoped
public class ClusterReadiness implements HealthCheck {

  private final GatewayCluster cluster;

  /** For the container's proxy. */
  protected ClusterReadiness() {
    this.cluster = null;
  }

  @Inject
  public ClusterReadiness(GatewayCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gateway-cluster").status(cluster.isRunning()).build();
  }
}
