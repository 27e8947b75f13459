package dev.baton.orders.control;

import dev.baton.kit.hops.HopsOfNext;
import dev.baton.kit.token.TokenPropagation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  }
}
