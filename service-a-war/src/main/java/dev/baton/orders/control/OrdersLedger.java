package dev.baton.orders.control;

import dev.baton.kit.data.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** The orders as an auditor compares them with reservations and quotes. */
@ApplicationScoped
public class OrdersLedger {
  private static final String ORDERS =
      """
      SELECT o.id, o.sku, o.quantity, o.status, t.task, t.due_at, o.cents
      FROM customer_order o LEFT JOIN order_todo t ON t.order_id = o.id
      ORDER BY o.id
      """;

  private final Ledger ledger;

  /** For the container's client proxy. */
  protected OrdersLedger() {
    this(null);
  }

  @Inject
  public OrdersLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Id, article, pieces, status, what is still to be told, since when it is due, price; by id. */
  public void orders(OutputStream lines) throws IOException {
    ledger.copy(ORDERS, lines);
  }
}
