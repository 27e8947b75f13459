package dev.baton.stock.control;

import dev.baton.stock.entity.StockLevel;

/**
 * What a write left.
 *
 * @param level the stock as it is now
 * @param created whether there was none before
 */
public record Written(StockLevel level, boolean created) {}
