package dev.baton.orders.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.control.OrderDesk;
import dev.baton.orders.control.Orders;
import dev.baton.orders.control.StockService;
import dev.baton.orders.entity.IdempotencyKey;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderId;
import dev.baton.orders.entity.Wish;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Orders: customers see their own, clerks and auditors see all. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OrdersResource {
  private final Orders orders;
  private final OrderDesk desk;
  private final StockService stock;
  private final JsonWebToken caller;

  /** For the container's client proxy. */
  protected OrdersResource() {
    this(null, null, null, null);
  }

  @Inject
  public OrdersResource(Orders orders, OrderDesk desk, StockService stock, JsonWebToken caller) {
    this.orders = orders;
    this.desk = desk;
    this.stock = stock;
    this.caller = caller;
  }

  /**
   * An order with the stock of its article.
   *
   * @throws ProblemException 400 for an id that is no number, 403 for another customer's order, 404
   *     for an unknown one, 503 where stock or price can not be had
   */
  @GET
  @Path("orders/{id}")
  @RolesAllowed({"customer", "clerk", "auditor"})
  public OrderView order(@PathParam("id") OrderId id) {
    Order order =
        orders.find(id).orElseThrow(() -> ProblemException.notFound("There is no such order."));
    if (!maySee(order)) {
      throw ProblemException.forbidden("This order belongs to another customer.");
    }
    return OrderView.of(order, stock.stock(order.sku()));
  }

  /**
   * Takes an order of the caller's. The same request with the same key has the same answer.
   *
   * @throws ProblemException 400 for a malformed body or key, 404 for an unknown article, 409 where
   *     too few pieces are in stock, 422 where the key was used for another order, 503 where stock
   *     or price can not be had
   */
  @POST
  @Path("orders")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"customer", "clerk"})
  public Response place(@Context HttpHeaders headers, NewOrder order) {
    IdempotencyKey key = IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER));
    Order placed =
        desk.place(new Wish(caller.getSubject(), key, order.sku(), order.quantity().intValue()));
    return Response.created(URI.create("orders/" + placed.id()))
        .entity(PlacedOrder.of(placed))
        .build();
  }

  /**
   * Takes an order back; its stock is given back. May be repeated.
   *
   * @throws ProblemException 403 for another customer's order, 404 for an unknown one
   */
  @DELETE
  @Path("orders/{id}")
  @RolesAllowed({"customer", "clerk"})
  public void cancel(@PathParam("id") OrderId id) {
    Order order =
        orders.find(id).orElseThrow(() -> ProblemException.notFound("There is no such order."));
    if (!isOwn(order) && !isClerk()) {
      throw ProblemException.forbidden("This order belongs to another customer.");
    }
    desk.cancel(order.id());
  }

  /**
   * The caller's own orders.
   *
   * @throws ProblemException 400 for a page out of range
   */
  @GET
  @Path("orders")
  @RolesAllowed("customer")
  public OrderPage ownOrders(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return page(caller.getSubject(), PageRequest.of(after, limit));
  }

  /**
   * A customer's orders, for those who serve customers.
   *
   * @throws ProblemException 400 for a page out of range
   */
  @GET
  @Path("customers/{customer}/orders")
  @RolesAllowed({"clerk", "auditor"})
  public OrderPage ordersOf(
      @PathParam("customer") String customer,
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return page(customer, PageRequest.of(after, limit));
  }

  private OrderPage page(String owner, PageRequest request) {
    return OrderPage.of(orders.page(owner, request.after(), request.limit() + 1), request.limit());
  }

  private boolean maySee(Order order) {
    return isOwn(order) || isClerk() || caller.getGroups().contains("auditor");
  }

  private boolean isOwn(Order order) {
    return order.owner().equals(caller.getSubject());
  }

  private boolean isClerk() {
    return caller.getGroups().contains("clerk");
  }
}
