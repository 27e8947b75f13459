package dev.baton.stock.boundary;

import dev.baton.stock.control.Price;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The stock of an article with its price for the caller.
 *
 * @param sku the article
 * @param available pieces that may still be reserved, 0 or more
 * @param price what it costs the caller
 */
@JsonbPropertyOrder({"sku", "available", "price"})
public record StockView(String sku, long available, Price price) {}
