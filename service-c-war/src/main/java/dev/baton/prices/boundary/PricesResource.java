package dev.baton.prices.boundary;

import dev.baton.kit.precondition.Precondition;
import dev.baton.kit.precondition.RowTag;
import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.control.Prices;
import dev.baton.prices.control.Written;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.Sku;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
   * The price for the caller: a customer's contract is found by the token's subject. The entity tag
   * is the row's, the same for all callers.
   *
   * @throws ProblemException 400 for a malformed SKU, 404 for an unknown one
   */
  @GET
  @Path("{sku}")
  @RolesAllowed({"customer", "clerk", "pricing", "auditor"})
  public Response price(@PathParam("sku") Sku sku) {
    PriceList list =
        prices
            .find(sku.value())
            .orElseThrow(() -> ProblemException.notFound("There is no price for this SKU."));
    return answer(Response.Status.OK, list);
  }

  /**
   * Sets the list price. Contracts stay.
   *
   * @throws ProblemException 400 for a malformed body, 412 and 428 as {@link Precondition} says
   */
  @PUT
  @Path("{sku}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("pricing")
  public Response set(@PathParam("sku") Sku sku, @Context HttpHeaders headers, NewPrice price) {
    Written written =
        prices.set(sku.value(), price.cents(), price.currency(), Precondition.of(headers));
    return answer(written.created() ? Response.Status.CREATED : Response.Status.OK, written.list());
  }

  private Response answer(Response.Status status, PriceList list) {
    return Response.status(status)
        .header(HttpHeaders.ETAG, new RowTag(list.version()))
        .entity(PriceView.of(list, caller.getSubject()))
        .build();
  }
}
