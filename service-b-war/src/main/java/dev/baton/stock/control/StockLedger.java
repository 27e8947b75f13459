package dev.baton.stock.control;

import dev.baton.kit.data.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Stock and reservations as an auditor compares them with each other and with the orders. */
@ApplicationScoped
public class StockLedger {
  private static final String RESERVATIONS =
      """
      SELECT order_id, sku, quantity, status, expires_at FROM reservation ORDER BY order_id
      """;

  private static final String STOCK =
      """
      SELECT s.sku, s.pieces, s.available, COALESCE(r.reserved, 0)
      FROM stock s LEFT JOIN (
        SELECT sku, SUM(quantity) AS reserved FROM reservation
        WHERE status IN ('HELD', 'CONFIRMED') GROUP BY sku
      ) r ON r.sku = s.sku
      ORDER BY s.sku
      """;

  private final Ledger ledger;

  /** For the container's client proxy. */
  protected StockLedger() {
    this(null);
  }

  @Inject
  public StockLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Order, article, pieces, status, expiry; by order. */
  public void reservations(OutputStream lines) throws IOException {
    ledger.copy(RESERVATIONS, lines);
  }

  /** Article, pieces counted, available, reserved; by article. */
  public void stock(OutputStream lines) throws IOException {
    ledger.copy(STOCK, lines);
  }
}
