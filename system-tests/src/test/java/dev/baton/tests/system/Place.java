package dev.baton.tests.system;

import dev.baton.tests.chain.Hop;
import dev.baton.tests.fuzz.RawAnswer;
import dev.baton.tests.fuzz.Wire;
import dev.baton.tests.requests.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server, and what is asked of it.
 *
 * @param name lb, or a hop's
 * @param path of a resource that carol the clerk may read
 */
record Place(String name, Wire wire, String path) {

  static final String LOAD_BALANCER = "lb";

  /** The load balancer and every hop, each with a client that is let in. */
  static List<Place> of(LocalChain chain) {
    List<Place> all = new ArrayList<>();
    all.add(new Place(LOAD_BALANCER, wire(chain, chain.loadBalancer()), "/api/orders/1"));
    for (Hop hop : chain.hops()) {
      all.add(new Place(hop.name(), wire(chain, hop.base()), hop.resource().getPath()));
    }
    return all;
  }

  /** How long it may say nothing: what it gives its own clients, and a little. */
  Duration patience() {
    return Duration.ofSeconds(name.startsWith("gateway") ? 15 : 6);
  }

  /** Whether the load balancer does not stand before it. */
  boolean isBehind() {
    return !name.equals(LOAD_BALANCER);
  }

  RawAnswer send(String request) {
    return new RawAnswer(wire.exchange(request));
  }

  /** What one connection brings for these characters. */
  Exchange exchange(String request, Duration patience) {
    return Exchange.of(wire.sockets(), wire.server(), request, patience);
  }

  /** A GET of the resource with these header fields. */
  RawAnswer get(String fields) {
    return send(
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n");
  }

  @Override
  public String toString() {
    return name;
  }

  private static Wire wire(LocalChain chain, URI server) {
    return new Wire(chain.web().sockets(server), server);
  }
}
