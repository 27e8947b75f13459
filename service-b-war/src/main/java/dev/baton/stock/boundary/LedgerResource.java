package dev.baton.stock.boundary;

import dev.baton.stock.control.StockLedger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

/** What an auditor compares with the ledgers of the other services; no route leads here. */
@Path("/ledger")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class LedgerResource {
  private final StockLedger books;

  /** For the container's client proxy. */
  protected LedgerResource() {
    this(null);
  }

  @Inject
  public LedgerResource(StockLedger books) {
    this.books = books;
  }

  /** Order, article, pieces, status, expiry; by order. */
  @GET
  @Path("reservations")
  @RolesAllowed("auditor")
  public StreamingOutput reservations() {
    return books::reservations;
  }

  /** Article, pieces counted, available, reserved; by article. */
  @GET
  @Path("stock")
  @RolesAllowed("auditor")
  public StreamingOutput stock() {
    return books::stock;
  }
}
