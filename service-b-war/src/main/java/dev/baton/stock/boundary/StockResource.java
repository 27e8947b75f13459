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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much of an article is there, and what it costs the one who asks. */
@Path("/stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "stock")
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
  @Operation(
      operationId = "getStock",
      summary = "How much of an article is there, and its price",
      description = "The price is the caller's.")
  @APIResponse(
      responseCode = "200",
      description = "The stock",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the stock",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = StockView.class)))
  @APIResponse(responseCode = "400", description = "A malformed SKU")
  @APIResponse(responseCode = "404", description = "There is no stock of this article")
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
  @Operation(operationId = "setStock", summary = "Set how much of an article is available")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag of what is replaced; this or If-None-Match is needed",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "If-None-Match",
      in = ParameterIn.HEADER,
      description = "*, to create",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewStock.class)))
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the stock",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = LevelView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the stock",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = LevelView.class)))
  @APIResponse(responseCode = "400", description = "A malformed body, SKU or precondition")
  @APIResponse(responseCode = "412", description = "The row is another, or is not there")
  @APIResponse(responseCode = "413", description = "The body is larger than 16384 bytes")
  @APIResponse(responseCode = "415", description = "The body is not application/json")
  @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match")
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
