package dev.baton.prices.control;

import dev.baton.kit.data.Duplicate;
import dev.baton.kit.data.SchemaReady;
import dev.baton.kit.precondition.Precondition;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.PriceRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The prices in the database. */
@ApplicationScoped
@Transactional
public class PriceTable {
  @PersistenceContext(unitName = "prices")
  private EntityManager entities;

  /** The row of an article; empty for an unknown one. */
  public Optional<PriceList> find(String sku) {
    return Optional.ofNullable(entities.find(PriceRow.class, sku)).map(PriceRow::toPriceList);
  }

  /**
   * Sets the list price of an article.
   *
   * @throws dev.baton.kit.problem.ProblemException 412 where the precondition is not met, or
   *     another request creates it at the same time
   */
  public Written set(String sku, long cents, String currency, Precondition precondition) {
    PriceRow row = entities.find(PriceRow.class, sku, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      precondition.requireAbsent();
      return create(new PriceRow(sku, cents, currency));
    }
    precondition.require(row.version());
    row.set(cents, currency);
    return new Written(row.toPriceList(), false);
  }

  private Written create(PriceRow row) {
    entities.persist(row);
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw Duplicate.isToldBy(refused) ? Precondition.failed() : refused;
    }
    return new Written(row.toPriceList(), true);
  }

  void warmUp(@Observes SchemaReady schema) {
    find("");
  }
}
