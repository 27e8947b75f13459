package dev.baton.orders.control;

import dev.baton.kit.balance.BalancedClient;
import dev.baton.kit.balance.BalancedClients;
import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Todo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Service B for the background worker, who has a token of its own and no user's. */
@ApplicationScoped
public class StockAsWorker {
  private static final int UNAUTHORIZED = 401;

  private final BalancedClient<StockWire.Worker> client;
  private final WorkerTokens tokens;

  /** For the container's client proxy. */
  protected StockAsWorker() {
    this.client = null;
    this.tokens = null;
  }

  @Inject
  public StockAsWorker(BalancedClients clients, WorkerTokens tokens) {
    this.client = clients.of(StockWire.Worker.class, "service-b");
    this.tokens = tokens;
  }

  /** Whether the worker has an account with the issuer. */
  public boolean isOpen() {
    return tokens.isConfigured();
  }

  /**
   * Tells B, and through B also C, what was decided about an order.
   *
   * @throws ProblemException what service B answered instead, or 503 without an answer of B or of
   *     the issuer
   */
  public void tell(Todo todo) {
    String bearer = "Bearer " + tokens.current();
    try {
      client
          .call(
              wire ->
                  switch (todo.task()) {
                    case CONFIRM -> wire.confirm(bearer, todo.sku(), todo.orderId());
                    case RELEASE -> wire.release(bearer, todo.sku(), todo.orderId());
                  })
          .close();
    } catch (ProblemException refused) {
      if (refused.getResponse().getStatus() == UNAUTHORIZED) {
        tokens.forget();
      }
      throw refused;
    }
  }
}
