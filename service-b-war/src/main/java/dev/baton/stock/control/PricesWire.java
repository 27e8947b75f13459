package dev.baton.stock.control;

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

    /** The price of an article for the caller. */
    @GET
    @Path("{sku}")
    Price price(@PathParam("sku") String sku);
  }
}
