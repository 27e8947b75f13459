package dev.baton.orders.boundary;

import dev.baton.orders.control.OrdersLedger;
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
  private final OrdersLedger books;

  /** For the container's client proxy. */
  protected LedgerResource() {
    this(null);
  }

  @Inject
  public LedgerResource(OrdersLedger books) {
    this.books = books;
  }

  /** Id, article, pieces, status, what is still to be told, since when it is due; by id. */
  @GET
  @Path("orders")
  @RolesAllowed("auditor")
  public StreamingOutput orders() {
    return books::orders;
  }
}
