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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders: customers see their own, clerks and auditors see all. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "orders")
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
  @Operation(
      operationId = "getOrder",
      summary = "An order with its stock and price",
      description = "Customers see their own orders. The price is the caller's.")
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "400", description = "The id is no number of an order")
  @APIResponse(responseCode = "403", description = "Another customer's order")
  @APIResponse(responseCode = "404", description = "There is no such order")
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
  @Operation(
      operationId = "placeOrder",
      summary = "Order an article",
      description =
          "Answered when stock is reserved and the price is fixed. The same request with the same"
              + " key has the same answer and is one order.")
  @Parameter(
      name = IdempotencyKey.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      description = "1 to 200 visible ASCII characters, the caller's own for each order",
      schema = @Schema(type = SchemaType.STRING, pattern = "^[!-~]{1,200}$"))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewOrder.class)))
  @APIResponse(
      responseCode = "201",
      description = "The order, confirmed",
      headers =
          @Header(
              name = "Location",
              description = "Where the order is",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PlacedOrder.class)))
  @APIResponse(responseCode = "400", description = "A malformed body or key")
  @APIResponse(responseCode = "404", description = "There is no such article")
  @APIResponse(responseCode = "409", description = "Too few pieces are in stock")
  @APIResponse(responseCode = "413", description = "The body is larger than 16384 bytes")
  @APIResponse(responseCode = "415", description = "The body is not application/json")
  @APIResponse(responseCode = "422", description = "The key was used for another order")
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
  @Operation(
      operationId = "cancelOrder",
      summary = "Take an order back",
      description = "Its stock is given back. May be repeated.")
  @APIResponse(responseCode = "204", description = "The order is cancelled")
  @APIResponse(responseCode = "400", description = "The id is no number of an order")
  @APIResponse(responseCode = "403", description = "Another customer's order")
  @APIResponse(responseCode = "404", description = "There is no such order")
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
  @Operation(operationId = "listOrders", summary = "The caller's own orders, by id")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  @APIResponse(responseCode = "400", description = "The page is out of range")
  public OrderPage ownOrders(
      @Parameter(schema = @Schema(ref = "After")) @QueryParam("after") @DefaultValue("0")
          String after,
      @Parameter(schema = @Schema(ref = "Limit")) @QueryParam("limit") @DefaultValue("20")
          String limit) {
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
  @Operation(operationId = "listCustomerOrders", summary = "A customer's orders, by id")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  @APIResponse(responseCode = "400", description = "The page is out of range")
  public OrderPage ordersOf(
      @Parameter(description = "The customer's subject", example = "alice") @PathParam("customer")
          String customer,
      @Parameter(schema = @Schema(ref = "After")) @QueryParam("after") @DefaultValue("0")
          String after,
      @Parameter(schema = @Schema(ref = "Limit")) @QueryParam("limit") @DefaultValue("20")
          String limit) {
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
