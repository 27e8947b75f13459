package dev.baton.stock.control;

import dev.baton.kit.data.SchemaReady;
import dev.baton.stock.entity.StockLevel;
import dev.baton.stock.entity.StockRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

  void warmUp(@Observes SchemaReady schema) {
    find("");
  }
}
