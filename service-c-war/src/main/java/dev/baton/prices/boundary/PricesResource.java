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

/** What articles cost the one who asks. */
@Path("/prices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "prices")
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
  @Operation(
      operationId = "getPrice",
      summary = "What an article costs the caller",
      description = "A customer may have a contract price.")
  @APIResponse(
      responseCode = "200",
      description = "The price",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the price",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PriceView.class)))
  @APIResponse(responseCode = "400", description = "A malformed SKU")
  @APIResponse(responseCode = "404", description = "There is no price of this article")
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
  @Operation(operationId = "setPrice", summary = "Set the list price of an article")
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
      content = @Content(schema = @Schema(implementation = NewPrice.class)))
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the price",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PriceView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the price",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PriceView.class)))
  @APIResponse(responseCode = "400", description = "A malformed body, SKU or precondition")
  @APIResponse(responseCode = "412", description = "The row is another, or is not there")
  @APIResponse(responseCode = "413", description = "The body is larger than 16384 bytes")
  @APIResponse(responseCode = "415", description = "The body is not application/json")
  @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match")
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
