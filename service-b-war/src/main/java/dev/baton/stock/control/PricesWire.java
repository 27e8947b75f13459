package dev.baton.stock.control;

import dev.baton.kit.hops.HopsOfNext;
import dev.baton.kit.token.TokenPropagation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/**
 * Service C on the wire, seen by this package only. The client is nested and public because Liberty
 * makes its proxy with a class loader that may not implement a package-private interface.
 */
final class PricesWire {
  private PricesWire() {}

  /** The calls to service C. */
  @Path("/prices")
  @Produces(MediaType.APPLICATION_JSON)
  @RegisterClientHeaders(TokenPropagation.class)
  @RegisterProvider(HopsOfNext.class)
  public interface Client {

    /** The price of an article for the caller, on the path that is open between services only. */
    @GET
    @Path("{sku}/quotes/preview")
    Price price(@PathParam("sku") String sku);

    /** Fixes the price for an order. */
    @PUT
    @Path("{sku}/quotes/{order}")
    Quote hold(@PathParam("sku") String sku, @PathParam("order") long order);

    /** Makes a quote last. */
    @PUT
    @Path("{sku}/quotes/{order}/confirmation")
    Response confirm(@PathParam("sku") String sku, @PathParam("order") long order);

    /** Ends a quote for good. */
    @DELETE
    @Path("{sku}/quotes/{order}")
    Response release(@PathParam("sku") String sku, @PathParam("order") long order);
  }
}
