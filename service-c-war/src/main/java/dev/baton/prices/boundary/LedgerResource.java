package dev.baton.prices.boundary;

import dev.baton.prices.control.QuotesLedger;
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
  private final QuotesLedger books;

  /** For the container's client proxy. */
  protected LedgerResource() {
    this(null);
  }

  @Inject
  public LedgerResource(QuotesLedger books) {
    this.books = books;
  }

  /** Order, article, status, expiry; by order. */
  @GET
  @Path("quotes")
  @RolesAllowed("auditor")
  public StreamingOutput quotes() {
    return books::quotes;
  }
}
