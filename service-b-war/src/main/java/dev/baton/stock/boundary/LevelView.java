package dev.baton.stock.boundary;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The stock of an article, without a price: the answer to who has counted it.
 *
 * @param sku the article
 * @param available pieces that may still be reserved, 0 or more
 */
@JsonbPropertyOrder({"sku", "available"})
@Schema(
    name = "Level",
    description = "The stock of an article, without a price",
    requiredProperties = {"sku", "available"},
    examples =
        """
        {"sku": "SKU-0000", "available": 100}
        """)
public record LevelView(String sku, long available) {}
