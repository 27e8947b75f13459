package dev.baton.stock.control;

import dev.baton.kit.balance.BalancedClient;
import dev.baton.kit.balance.BalancedClients;
import dev.baton.kit.balance.NoAnswerException;
import dev.baton.kit.data.SchemaReady;
import dev.baton.kit.hops.HopTimings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Service C for this service: which instance, how long, how often again, and when not at all.
 *
 * <p>An instance that does not answer costs a second try on another; a service that does not answer
 * opens the circuit, so that nobody waits for it.
 */
@ApplicationScoped
public class PriceService {
  private final BalancedClient<PricesWire.Client> client;
  private final HopTimings hops;

  /** For the container's client proxy. */
  protected PriceService() {
    this.client = null;
    this.hops = null;
  }

  @Inject
  public PriceService(BalancedClients clients, HopTimings hops) {
    this.client = clients.of(PricesWire.Client.class, "service-c");
    this.hops = hops;
  }

  /**
   * What an article costs the caller of this request.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service C answered instead of a price
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public Price price(String sku) {
    return hops.timed("call", () -> client.call(wire -> wire.price(sku)));
  }

  /**
   * Fixes what an article costs the caller for an order.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service C answered instead of a quote
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public Quote hold(String sku, long order) {
    return hops.timed("call", () -> client.call(wire -> wire.hold(sku, order)));
  }

  /**
   * Makes a quote last.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service C answered instead
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public void confirm(String sku, long order) {
    hops.timed("call", () -> client.call(wire -> wire.confirm(sku, order))).close();
  }

  /**
   * Ends a quote for good.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service C answered instead
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public void release(String sku, long order) {
    hops.timed("call", () -> client.call(wire -> wire.release(sku, order))).close();
  }

  void makeClients(@Observes SchemaReady early) {
    // Being called is enough: the clients come with this bean, and not while the first user waits.
  }
}
