package dev.baton.orders.boundary;

import dev.baton.orders.control.Stock;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order with the stock of its article, which holds the price.
 *
 * @param id 1 or more
 * @param owner the subject of the customer who placed it
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param status how far it has come
 * @param stock the article's stock, as the caller may see it; absent in lists
 */
@JsonbPropertyOrder({"id", "owner", "sku", "quantity", "status", "stock"})
@Schema(
    name = "Order",
    description = "An order; in lists without its stock",
    requiredProperties = {"id", "owner", "sku", "quantity", "status"},
    examples =
        """
        {"id": 1, "owner": "user-000", "sku": "SKU-0000", "quantity": 1, "status": "CONFIRMED",
         "stock": {"sku": "SKU-0000", "available": 100,
                   "price": {"sku": "SKU-0000", "cents": 1999, "currency": "EUR"}}}
        """)
public record OrderView(
    long id, String owner, String sku, int quantity, OrderStatus status, Stock stock) {

  static OrderView of(Order order, Stock stock) {
    return new OrderView(
        order.id(), order.owner(), order.sku(), order.quantity(), order.status(), stock);
  }
}
