package dev.baton.orders.boundary;

import dev.baton.orders.entity.Order;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some orders of a customer, by id.
 *
 * @param items the orders, without their stock
 * @param next the {@code after} of the next page; absent on the last page
 */
@JsonbPropertyOrder({"items", "next"})
@Schema(
    name = "OrderPage",
    description = "Some orders, and where the next page begins if there is one",
    requiredProperties = "items",
    examples =
        """
        {"items": [{"id": 1, "owner": "user-000", "sku": "SKU-0000", "quantity": 1,
                    "status": "CONFIRMED"}],
         "next": 1}
        """)
public record OrderPage(List<OrderView> items, Long next) {

  /**
   * @param found up to one order more than the page holds, which says that there is a next page
   * @param limit how many the page holds
   */
  static OrderPage of(List<Order> found, int limit) {
    List<OrderView> items =
        found.stream().limit(limit).map(order -> OrderView.of(order, null)).toList();
    Long next = found.size() > limit ? items.get(limit - 1).id() : null;
    return new OrderPage(items, next);
  }
}
