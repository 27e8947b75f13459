package dev.baton.stock.boundary;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The stock of an article, without a price: the answer to who has counted it.
 *
 * @param sku the article
 * @param available pieces that may still be reserved, 0 or more
 */
@JsonbPropertyOrder({"sku", "available"})
public record LevelView(String sku, long available) {}
