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
  private long pieces;
  private long version;

  /** For the persistence provider. */
  protected StockRow() {}

  /** The stock of an article that had none. */
  public StockRow(String sku, long available) {
    this.sku = sku;
    this.available = available;
    this.pieces = available;
  }

  /** Pieces that may still be reserved, 0 or more. */
  public long available() {
    return available;
  }

  /** Pieces in all, available and reserved: what the warehouse has counted. */
  public long pieces() {
    return pieces;
  }

  /** Higher with every change. */
  public long version() {
    return version;
  }

  /** Takes pieces for an order; a negative number gives them back. */
  public void reserve(long quantity) {
    available -= quantity;
    version++;
  }

  /** The warehouse has counted: so many pieces are there beside the reserved ones. */
  public void count(long counted) {
    pieces += counted - available;
    available = counted;
    version++;
  }

  /** The row as a value that outlives its transaction. */
  public StockLevel toStockLevel() {
    return new StockLevel(sku, available, version);
  }
}
