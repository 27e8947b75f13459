package dev.baton.prices.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.control.Access;
import dev.baton.prices.control.Prices;
import dev.baton.prices.control.Quotes;
import dev.baton.prices.entity.OrderId;
import dev.baton.prices.entity.Sku;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What service B asks about prices on the way of an order. No route of the gateway leads here. All
 * of it may be repeated.
 */
@Path("/prices/{sku}/quotes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class QuotesResource {
  private final Quotes quotes;
  private final Prices prices;
  private final JsonWebToken caller;

  /** For the container's client proxy. */
  protected QuotesResource() {
    this(null, null, null);
  }

  @Inject
  public QuotesResource(Quotes quotes, Prices prices, JsonWebToken caller) {
    this.quotes = quotes;
    this.prices = prices;
    this.caller = caller;
  }

  /**
   * The price that a quote would fix now. Whoever may see the stock sees it, the warehouse too, to
   * whom the public price is closed.
   *
   * @throws ProblemException 400 for a malformed SKU, 404 for an unknown one
   */
  @GET
  @Path("preview")
  @RolesAllowed({"customer", "clerk", "warehouse", "auditor"})
  public PriceView preview(@PathParam("sku") Sku sku) {
    return prices
        .find(sku.value())
        .map(list -> PriceView.of(list, caller.getSubject()))
        .orElseThrow(() -> ProblemException.notFound("There is no price for this SKU."));
  }

  /**
   * The price that is or was fixed for an order, for those who check.
   *
   * @throws ProblemException 404 where none was
   */
  @GET
  @Path("{order}")
  @RolesAllowed("auditor")
  public QuoteView quote(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    return quotes
        .find(order, sku)
        .map(QuoteView::of)
        .orElseThrow(() -> ProblemException.notFound("The order has no such quote."));
  }

  /**
   * Fixes the caller's price for an order, for a while.
   *
   * @throws ProblemException 404 for an unknown SKU, 409 for an order that has another quote or a
   *     released one
   */
  @PUT
  @Path("{order}")
  @RolesAllowed({"customer", "clerk"})
  public QuoteView hold(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    return QuoteView.of(quotes.hold(order, sku, caller.getSubject()));
  }

  /**
   * Makes the quote last.
   *
   * @throws ProblemException 403 for another customer's, 404 where there is none, 409 where it was
   *     released
   */
  @PUT
  @Path("{order}/confirmation")
  @RolesAllowed({"customer", "clerk", "reconciler"})
  public void confirm(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    quotes.confirm(order, sku, access());
  }

  /**
   * Ends the quote for good.
   *
   * @throws ProblemException 403 for another customer's
   */
  @DELETE
  @Path("{order}")
  @RolesAllowed({"customer", "clerk", "reconciler"})
  public void release(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    quotes.release(order, sku, access());
  }

  private Access access() {
    boolean everybodys =
        caller.getGroups().contains("clerk") || caller.getGroups().contains("reconciler");
    return new Access(caller.getSubject(), everybodys);
  }
}
