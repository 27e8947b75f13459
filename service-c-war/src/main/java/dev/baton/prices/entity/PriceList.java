package dev.baton.prices.entity;

import dev.baton.kit.cache.Versioned;
import java.util.Map;

/**
 * What an article costs, for everybody and for those who have a contract.
 *
 * @param sku the article
 * @param cents the list price, in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 * @param contracts the agreed price in cents by the customer's subject
 * @param version higher with every change of the row or its contracts
 */
public record PriceList(
    String sku, long cents, String currency, Map<String, Long> contracts, long version)
    implements Versioned {

  /** The price for one customer: the contract's where there is one, else the list price. */
  public long centsFor(String subject) {
    return contracts.getOrDefault(subject, cents);
  }
}
