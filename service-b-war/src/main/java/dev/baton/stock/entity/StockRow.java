package dev.baton.stock.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How much of an article is there. */
@Entity
@Table(name = "stock")
public class StockRow {
  @Id private String sku;
  private long available;
  private long version;

  /** For the persistence provider. */
  protected StockRow() {}

  /** The row as a value that outlives its transaction. */
  public StockLevel toStockLevel() {
    return new StockLevel(sku, available, version);
  }
}
