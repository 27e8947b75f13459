package dev.baton.prices.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;

/** The list price of an article and what single customers have agreed on instead. */
@Entity
@Table(name = "price")
public class PriceRow {
  @Id private String sku;
  private long cents;
  private String currency;
  private long version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "contract_price", joinColumns = @JoinColumn(name = "sku"))
  @MapKeyColumn(name = "subject")
  @Column(name = "cents")
  private Map<String, Long> contracts = new HashMap<>();

  /** For the persistence provider. */
  protected PriceRow() {}

  /** The price of an article that had none. */
  public PriceRow(String sku, long cents, String currency) {
    this.sku = sku;
    this.cents = cents;
    this.currency = currency;
  }

  /** Higher with every change. */
  public long version() {
    return version;
  }

  /** Sets the list price. */
  public void set(long newCents, String newCurrency) {
    cents = newCents;
    currency = newCurrency;
    version++;
  }

  /** The row as a value that outlives its transaction. */
  public PriceList toPriceList() {
    return new PriceList(sku, cents, currency, new HashMap<>(contracts), version);
  }
}
