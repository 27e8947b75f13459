package dev.baton.tests.chain;

import dev.baton.tests.tokens.Bearer;
import java.net.URI;

/**
 * A server of the chain that can be asked directly.
 *
 * @param name the instance, such as service-a-1
 * @param base the address of its application port
 */
public record Hop(String name, Kind kind, URI base) {

  /** What a hop serves, and who may not have it. */
  public enum Kind {
    GATEWAY("gateway", "/api/orders/1", "warehouse"),
    ORDERS("service-a", "/orders/1", "warehouse"),
    STOCK("service-b", "/stock/SKU-0000", "pricing"),
    PRICES("service-c", "/prices/SKU-0000", "warehouse");

    private final String tier;
    private final String path;
    private final String refusedRole;

    Kind(String tier, String path, String refusedRole) {
      this.tier = tier;
      this.path = path;
      this.refusedRole = refusedRole;
    }

    /** The name by which a hop of this kind shows itself in {@code Server-Timing}. */
    public String tier() {
      return tier;
    }

    /** Someone whose role opens the resource at every hop. */
    public Bearer allowed() {
      return new Bearer("carol", "clerk");
    }

    /** The same someone, in a role that is real and opens nothing here. */
    public Bearer refused() {
      return new Bearer("carol", refusedRole);
    }
  }

  /** The resource that every test asks this hop for. */
  public URI resource() {
    return base.resolve(kind.path);
  }

  @Override
  public String toString() {
    return name;
  }
}
