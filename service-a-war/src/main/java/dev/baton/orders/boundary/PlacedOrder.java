package dev.baton.orders.boundary;

import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The order that a request has placed, as it was when it was confirmed: the same request that comes
 * again has the same answer.
 *
 * @param id 1 or more
 * @param owner the subject of the customer who placed it
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param status CONFIRMED
 * @param price for one piece
 */
@JsonbPropertyOrder({"id", "owner", "sku", "quantity", "status", "price"})
@Schema(
    name = "PlacedOrder",
    description = "The order that a request has placed, as it was when it was confirmed",
    requiredProperties = {"id", "owner", "sku", "quantity", "status", "price"},
    examples =
        """
        {"id": 1042, "owner": "alice", "sku": "SKU-0000", "quantity": 2, "status": "CONFIRMED",
         "price": {"cents": 1999, "currency": "EUR"}}
        """)
public record PlacedOrder(
    long id, String owner, String sku, int quantity, OrderStatus status, Amount price) {

  static PlacedOrder of(Order order) {
    return new PlacedOrder(
        order.id(),
        order.owner(),
        order.sku(),
        order.quantity(),
        OrderStatus.CONFIRMED,
        order.price());
  }
}
