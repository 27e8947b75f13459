package dev.baton.prices.control;

import dev.baton.kit.data.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** The quotes as an auditor compares them with the orders. */
@ApplicationScoped
public class QuotesLedger {
  private static final String QUOTES =
      """
      SELECT order_id, sku, status, expires_at, cents FROM quote ORDER BY order_id
      """;

  private final Ledger ledger;

  /** For the container's client proxy. */
  protected QuotesLedger() {
    this(null);
  }

  @Inject
  public QuotesLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Order, article, status, expiry, price; by order. */
  public void quotes(OutputStream lines) throws IOException {
    ledger.copy(QUOTES, lines);
  }
}
