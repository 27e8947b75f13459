package dev.baton.prices.control;

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

/** Service D for this service: which instance, how long, how often again, and when not at all. */
@ApplicationScoped
public class DiscountService {
  private final BalancedClient<DiscountsWire.Client> client;
  private final HopTimings hops;

  /** For the container's client proxy. */
  protected DiscountService() {
    this.client = null;
    this.hops = null;
  }

  @Inject
  public DiscountService(BalancedClients clients, HopTimings hops) {
    this.client = clients.of(DiscountsWire.Client.class, "service-d");
    this.hops = hops;
  }

  /**
   * The discount of an article for the caller of this request.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service D answered instead of a discount
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public Discount discount(String sku) {
    return hops.timed("call", () -> client.call(wire -> wire.discount(sku)));
  }

  void makeClients(@Observes SchemaReady early) {
    // Being called is enough: the clients come with this bean, and not while the first user waits.
  }
}
