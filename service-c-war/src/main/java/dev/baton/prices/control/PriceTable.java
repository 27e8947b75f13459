package dev.baton.prices.control;

import dev.baton.kit.data.SchemaReady;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.PriceRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

  void warmUp(@Observes SchemaReady schema) {
    find("");
  }
}
