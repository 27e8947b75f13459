package dev.baton.stock.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.control.PriceService;
import dev.baton.stock.control.StockLevels;
import dev.baton.stock.entity.Sku;
import dev.baton.stock.entity.StockLevel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
   * The stock of an article with its price for the caller.
   *
   * @throws ProblemException 400 for a malformed SKU, 404 for an unknown one, 503 where no price
   *     can be had
   */
  @GET
  @Path("{sku}")
  @RolesAllowed({"customer", "clerk", "warehouse", "auditor"})
  public StockView stock(@PathParam("sku") Sku sku) {
    StockLevel level =
        levels
            .find(sku.value())
            .orElseThrow(() -> ProblemException.notFound("There is no stock for this SKU."));
    return new StockView(level.sku(), level.available(), prices.price(level.sku()));
  }
}
