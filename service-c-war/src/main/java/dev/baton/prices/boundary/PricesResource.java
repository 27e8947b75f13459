package dev.baton.prices.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.control.Prices;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.Sku;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What articles cost the one who asks. */
@Path("/prices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PricesResource {
  private final Prices prices;
  private final JsonWebToken caller;

  /** For the container's client proxy. */
  protected PricesResource() {
    this(null, null);
  }

  @Inject
  public PricesResource(Prices prices, JsonWebToken caller) {
    this.prices = prices;
    this.caller = caller;
  }

  /**
   * The price for the caller: a customer's contract is found by the token's subject.
   *
   * @throws ProblemException 400 for a malformed SKU, 404 for an unknown one
   */
  @GET
  @Path("{sku}")
  @RolesAllowed({"customer", "clerk", "pricing", "auditor"})
  public PriceView price(@PathParam("sku") Sku sku) {
    PriceList list =
        prices
            .find(sku.value())
            .orElseThrow(() -> ProblemException.notFound("There is no price for this SKU."));
    return new PriceView(list.sku(), list.centsFor(caller.getSubject()), list.currency());
  }
}
