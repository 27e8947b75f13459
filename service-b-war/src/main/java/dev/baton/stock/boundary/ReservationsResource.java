package dev.baton.stock.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.control.Access;
import dev.baton.stock.control.Quote;
import dev.baton.stock.control.Reservations;
import dev.baton.stock.entity.OrderId;
import dev.baton.stock.entity.Reservation;
import dev.baton.stock.entity.Sku;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What service A asks about stock on the way of an order. No route of the gateway leads here. All
 * of it may be repeated.
 */
@Path("/stock/{sku}/reservations/{order}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReservationsResource {
  private final Reservations reservations;
  private final JsonWebToken caller;

  /** For the container's client proxy. */
  protected ReservationsResource() {
    this(null, null);
  }

  @Inject
  public ReservationsResource(Reservations reservations, JsonWebToken caller) {
    this.reservations = reservations;
    this.caller = caller;
  }

  /**
   * What is kept for an order, for those who check.
   *
   * @throws ProblemException 404 where nothing is or was kept
   */
  @GET
  @RolesAllowed("auditor")
  public Reservation reservation(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    return reservations
        .find(order, sku)
        .orElseThrow(() -> ProblemException.notFound("The order has no such reservation."));
  }

  /**
   * Keeps pieces for an order and fixes their price for the caller, for a while.
   *
   * @throws ProblemException 400 for a malformed body, 404 for an article without stock or price,
   *     409 where too few pieces are available, 503 where the price can not be had
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"customer", "clerk"})
  public ReservationView hold(
      @PathParam("sku") Sku sku, @PathParam("order") OrderId order, NewReservation wanted) {
    Quote quote = reservations.hold(order, sku, caller.getSubject(), wanted.quantity());
    return new ReservationView(
        order.value(),
        sku.value(),
        wanted.quantity(),
        quote.cents(),
        quote.currency(),
        reservations.holdTime().toSeconds());
  }

  /**
   * Makes the reservation last.
   *
   * @throws ProblemException 403 for another customer's, 404 where there is none, 409 where it was
   *     released, 503 where service C does not answer
   */
  @PUT
  @Path("confirmation")
  @RolesAllowed({"customer", "clerk", "reconciler"})
  public void confirm(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    reservations.confirm(order, sku, access());
  }

  /**
   * Gives the pieces back for good.
   *
   * @throws ProblemException 403 for another customer's, 503 where service C does not answer
   */
  @DELETE
  @RolesAllowed({"customer", "clerk", "reconciler"})
  public void release(@PathParam("sku") Sku sku, @PathParam("order") OrderId order) {
    reservations.release(order, sku, access());
  }

  private Access access() {
    boolean everybodys =
        caller.getGroups().contains("clerk") || caller.getGroups().contains("reconciler");
    return new Access(caller.getSubject(), everybodys);
  }
}
