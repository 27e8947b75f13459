package dev.baton.stock.boundary;

import dev.baton.stock.control.Price;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The stock of an article with its price for the caller.
 *
 * @param sku the article
 * @param available pieces that may still be reserved, 0 or more
 * @param price what it costs the caller
 */
@JsonbPropertyOrder({"sku", "available", "price"})
@Schema(
    name = "Stock",
    description = "The stock of an article with its price for the caller",
    requiredProperties = {"sku", "available", "price"},
    examples =
        """
        {"sku": "SKU-0000", "available": 100,
         "price": {"sku": "SKU-0000", "cents": 1999, "currency": "EUR"}}
        """)
public record StockView(String sku, long available, Price price) {}
