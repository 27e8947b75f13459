package dev.baton.stock.entity;

import dev.baton.kit.cache.Versioned;

/**
 * How much of an article is there.
 *
 * @param sku the article
 * @param available pieces that may still be reserved, 0 or more
 * @param version higher with every change of the row
 */
public record StockLevel(String sku, long available, long version) implements Versioned {}
