package dev.baton.orders.control;

import dev.baton.kit.hops.HopsOfNext;
import dev.baton.kit.token.TokenPropagation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/**
 * Service B on the wire, seen by this package only. The client is nested and public because Liberty
 * makes its proxy with a class loader that may not implement a package-private interface.
 */
final class StockWire {
  private StockWire() {}

  /** The calls to service B. */
  @Path("/stock")
  @Produces(MediaType.APPLICATION_JSON)
  @RegisterClientHeaders(TokenPropagation.class)
  @RegisterProvider(HopsOfNext.class)
  public interface Client {

    /** The stock of an article with its price for the caller. */
    @GET
    @Path("{sku}")
    Stock stock(@PathParam("sku") String sku);

    /** Keeps pieces for an order, and fixes their price. */
    @PUT
    @Path("{sku}/reservations/{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    Reserved reserve(
        @PathParam("sku") String sku, @PathParam("order") long order, Quantity quantity);

    /** Makes stock and price last. */
    @PUT
    @Path("{sku}/reservations/{order}/confirmation")
    Response confirm(@PathParam("sku") String sku, @PathParam("order") long order);

    /** Gives stock and price back. */
    @DELETE
    @Path("{sku}/reservations/{order}")
    Response release(@PathParam("sku") String sku, @PathParam("order") long order);
  }

  /** The calls to service B that the background worker may make, with a token of its own. */
  @Path("/stock")
  public interface Worker {

    /** Makes stock and price last. */
    @PUT
    @Path("{sku}/reservations/{order}/confirmation")
    Response confirm(
        @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
        @PathParam("sku") String sku,
        @PathParam("order") long order);

    /** Gives stock and price back. */
    @DELETE
    @Path("{sku}/reservations/{order}")
    Response release(
        @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
        @PathParam("sku") String sku,
        @PathParam("order") long order);
  }

  /**
   * How much an order wants.
   *
   * @param quantity pieces, 1 or more
   */
  public record Quantity(int quantity) {}
}
