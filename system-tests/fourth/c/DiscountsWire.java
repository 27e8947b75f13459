package dev.baton.prices.control;

import dev.baton.kit.hops.HopsOfNext;
import dev.baton.kit.token.TokenPropagation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** Service D on the wire, seen by this package only. */
final class DiscountsWire {
  private DiscountsWire() {}

  /** The calls to service D. */
  @Path("/discounts")
  @Produces(MediaType.APPLICATION_JSON)
  @RegisterClientHeaders(TokenPropagation.class)
  @RegisterProvider(HopsOfNext.class)
  public interface Client {

    /** The discount of an article for the caller. */
    @GET
    @Path("{sku}/quotes/preview")
    Discount discount(@PathParam("sku") String sku);
  }
}
