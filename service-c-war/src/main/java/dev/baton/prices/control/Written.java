package dev.baton.prices.control;

import dev.baton.prices.entity.PriceList;

/**
 * What a write left.
 *
 * @param list the prices as they are now
 * @param created whether there were none before
 */
public record Written(PriceList list, boolean created) {}
