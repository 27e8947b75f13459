package dev.baton.orders.control;

import dev.baton.kit.balance.BalancedClient;
import dev.baton.kit.balance.BalancedClients;
import dev.baton.kit.balance.NoAnswerException;
import dev.baton.kit.data.SchemaReady;
import dev.baton.kit.hops.HopTimings;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.Todo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Service B for this service: which instance, how long, how often again, and when not at all.
 *
 * <p>An instance that does not answer costs a second try on another; a service that does not answer
 * opens the circuit, so that nobody waits for it.
 */
@ApplicationScoped
public class StockService {
  private final BalancedClient<StockWire.Client> client;
  private final HopTimings hops;

  /** For the container's client proxy. */
  protected StockService() {
    this.client = null;
    this.hops = null;
  }

  @Inject
  public StockService(BalancedClients clients, HopTimings hops) {
    this.client = clients.of(StockWire.Client.class, "service-b");
    this.hops = hops;
  }

  /**
   * The stock of an article with its price for the caller of this request.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service B answered instead of a stock
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public Stock stock(String sku) {
    return hops.timed("call", () -> client.call(wire -> wire.stock(sku)));
  }

  /**
   * Keeps pieces for an order and fixes their price for the caller of this request, for a while.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service B answered instead
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public Reserved reserve(Order order) {
    StockWire.Quantity quantity = new StockWire.Quantity(order.quantity());
    return hops.timed(
        "call", () -> client.call(wire -> wire.reserve(order.sku(), order.id(), quantity)));
  }

  /**
   * Tells B, and through B also C, what was decided about an order.
   *
   * @throws NoAnswerException (503) when no instance answers in time
   * @throws dev.baton.kit.problem.ProblemException what service B answered instead
   */
  @CircuitBreaker(failOn = NoAnswerException.class, requestVolumeThreshold = 20, delay = 2000)
  @Bulkhead(100)
  public void tell(Todo todo) {
    hops.timed("call", () -> client.call(wire -> send(wire, todo))).close();
  }

  private static Response send(StockWire.Client wire, Todo todo) {
    return switch (todo.task()) {
      case CONFIRM -> wire.confirm(todo.sku(), todo.orderId());
      case RELEASE -> wire.release(todo.sku(), todo.orderId());
    };
  }

  void makeClients(@Observes SchemaReady early) {
    // Being called is enough: the clients come with this bean, and not while the first user waits.
  }
}
