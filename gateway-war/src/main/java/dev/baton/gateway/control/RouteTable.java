package dev.baton.gateway.control;

import dev.baton.gateway.entity.Routes;
import dev.baton.kit.balance.Instances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The route table as it was found at start. One that cannot be used is told once, and the gateway
 * is not ready: the others go on.
 */
@ApplicationScoped
public class RouteTable {

  private static final Logger LOG = Logger.getLogger(RouteTable.class.getName());

  private final Routes routes;

  /** For the container's proxy. */
  protected RouteTable() {
    this.routes = null;
  }

  @Inject
  public RouteTable(GatewaySettings settings, Instances instances) {
    this.routes = usable(settings, instances);
  }

  /** The table; an empty one when what was configured cannot be used. */
  public Routes routes() {
    return routes;
  }

  /** Whether the configured table is in use. */
  public boolean isUsable() {
    return !routes.services().isEmpty();
  }

  private static Routes usable(GatewaySettings settings, Instances instances) {
    try {
      Routes routes = settings.routes();
      routes.services().forEach(instances::of);
      return routes;
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.SEVERE, "The route table cannot be used: {0}", e.getMessage());
      return Routes.none();
    }
  }
}
