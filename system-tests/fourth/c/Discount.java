package dev.baton.prices.control;

/**
 * A discount, as service D tells it.
 *
 * @param sku the article
 * @param cents in hundredths of the currency
 * @param currency ISO 4217 code
 */
public record Discount(String sku, Long cents, String currency) {}
