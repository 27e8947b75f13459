package dev.baton.prices.control;

import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.Quote;
import dev.baton.prices.entity.QuoteRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.Optional;

/** The quotes in the database: each method is one transaction, and may be repeated. */
@ApplicationScoped
@Transactional
public class QuoteTable {
  @PersistenceContext(unitName = "prices")
  private EntityManager entities;

  /** The price that is or was fixed for an order. */
  public Optional<Quote> find(long orderId, String sku) {
    return Optional.ofNullable(entities.find(QuoteRow.class, orderId))
        .filter(row -> row.sku().equals(sku))
        .map(QuoteRow::toQuote);
  }

  /**
   * Fixes the price for an order, or holds for longer what was fixed before.
   *
   * @throws ProblemException 409 for an order that has another quote, or one that was released
   * @throws jakarta.persistence.PersistenceException when another request makes it at the same time
   */
  public Quote hold(long orderId, PriceList list, String subject, LocalDateTime until) {
    QuoteRow row = locked(orderId).orElse(null);
    if (row == null) {
      return insert(new QuoteRow(orderId, list.sku(), subject), list, until);
    }
    if (!row.isFor(list.sku(), subject)) {
      throw ProblemException.conflict("The order has a quote for something else.");
    }
    switch (row.status()) {
      case HELD -> row.holdUntil(until);
      case EXPIRED -> row.hold(list, until);
      case RELEASED -> throw ProblemException.conflict("The quote was released.");
      case CONFIRMED -> {}
    }
    return row.toQuote();
  }

  /**
   * Makes a quote last. One that has expired in between comes back: its order is confirmed.
   *
   * @throws ProblemException 404 where the order has none for this article, 409 where it was
   *     released
   */
  public void confirm(long orderId, String sku, Access access) {
    QuoteRow row =
        mine(orderId, sku, access)
            .orElseThrow(() -> ProblemException.notFound("The order has no such quote."));
    switch (row.status()) {
      case HELD, EXPIRED -> row.confirm();
      case RELEASED -> throw ProblemException.conflict("The quote was released.");
      case CONFIRMED -> {}
    }
  }

  /** Ends a quote for good; nothing happens where there is none. */
  public void release(long orderId, String sku, Access access) {
    mine(orderId, sku, access).ifPresent(QuoteRow::release);
  }

  /** Ends what was not confirmed in time. */
  public int expire(LocalDateTime now) {
    return entities.createNamedQuery(QuoteRow.EXPIRE).setParameter("now", now).executeUpdate();
  }

  private Quote insert(QuoteRow row, PriceList list, LocalDateTime until) {
    row.hold(list, until);
    entities.persist(row);
    entities.flush();
    return row.toQuote();
  }

  private Optional<QuoteRow> mine(long orderId, String sku, Access access) {
    Optional<QuoteRow> row = locked(orderId).filter(found -> found.sku().equals(sku));
    row.ifPresent(found -> access.require(found.isOf(access.subject())));
    return row;
  }

  private Optional<QuoteRow> locked(long orderId) {
    return Optional.ofNullable(
        entities.find(QuoteRow.class, orderId, LockModeType.PESSIMISTIC_WRITE));
  }
}
