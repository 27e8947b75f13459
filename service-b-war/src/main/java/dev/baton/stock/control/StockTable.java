package dev.baton.stock.control;

import dev.baton.kit.data.Duplicate;
import dev.baton.kit.data.SchemaReady;
import dev.baton.kit.precondition.Precondition;
import dev.baton.stock.entity.StockLevel;
import dev.baton.stock.entity.StockRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The stock in the database. */
@ApplicationScoped
@Transactional
public class StockTable {
  @PersistenceContext(unitName = "stock")
  private EntityManager entities;

  /** The row of an article; empty for an unknown one. */
  public Optional<StockLevel> find(String sku) {
    return Optional.ofNullable(entities.find(StockRow.class, sku)).map(StockRow::toStockLevel);
  }

  /**
   * Sets how much of an article is available.
   *
   * @throws dev.baton.kit.problem.ProblemException 412 where the precondition is not met, or
   *     another request creates it at the same time
   */
  public Written set(String sku, long available, Precondition precondition) {
    StockRow row = entities.find(StockRow.class, sku, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      precondition.requireAbsent();
      return create(new StockRow(sku, available));
    }
    precondition.require(row.version());
    row.count(available);
    return new Written(row.toStockLevel(), false);
  }

  private Written create(StockRow row) {
    entities.persist(row);
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw Duplicate.isToldBy(refused) ? Precondition.failed() : refused;
    }
    return new Written(row.toStockLevel(), true);
  }

  void warmUp(@Observes SchemaReady schema) {
    find("");
  }
}
