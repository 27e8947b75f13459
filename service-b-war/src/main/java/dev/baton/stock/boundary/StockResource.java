package dev.baton.stock.boundary;

import dev.baton.kit.precondition.Precondition;
import dev.baton.kit.precondition.RowTag;
import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.control.PriceService;
import dev.baton.stock.control.StockLevels;
import dev.baton.stock.control.Written;
import dev.baton.stock.entity.Sku;
import dev.baton.stock.entity.StockLevel;
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

/** How much of an article is there, and what it costs the one who asks. */
@Path("/stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StockResource {
  private final StockLevels levels;
  private final PriceService prices;

  /** For the container's client proxy. */
  protected StockResource() {
    this(null, null);
  }

  @Inject
  public StockResource(StockLevels levels, PriceService prices) {
    this.levels = levels;
    this.prices = prices;
  }

  /**
   * The stock of an article with its price for the caller. The entity tag is the stock's alone: the
   * price is not replaced by who replaces the stock.
   *
   * @throws ProblemException 400 for a malformed SKU, 404 for an unknown one, 503 where no price
   *     can be had
   */
  @GET
  @Path("{sku}")
  @RolesAllowed({"customer", "clerk", "warehouse", "auditor"})
  public Response stock(@PathParam("sku") Sku sku) {
    StockLevel level =
        levels
            .find(sku.value())
            .orElseThrow(() -> ProblemException.notFound("There is no stock for this SKU."));
    return answer(
        Response.Status.OK,
        level,
        new StockView(level.sku(), level.available(), prices.price(level.sku())));
  }

  /**
   * Sets how much of an article is available, beside what is reserved.
   *
   * @throws ProblemException 400 for a malformed body, 412 and 428 as {@link Precondition} says
   */
  @PUT
  @Path("{sku}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("warehouse")
  public Response set(@PathParam("sku") Sku sku, @Context HttpHeaders headers, NewStock stock) {
    Written written = levels.set(sku.value(), stock.available(), Precondition.of(headers));
    StockLevel level = written.level();
    return answer(
        written.created() ? Response.Status.CREATED : Response.Status.OK,
        level,
        new LevelView(level.sku(), level.available()));
  }

  private static Response answer(Response.Status status, StockLevel level, Object view) {
    return Response.status(status)
        .header(HttpHeaders.ETAG, new RowTag(level.version()))
        .entity(view)
        .build();
  }
}
