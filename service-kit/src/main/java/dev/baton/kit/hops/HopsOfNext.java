package dev.baton.kit.hops;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Hands on what the next tier tells in its Server-Timing header, errors included. */
public class HopsOfNext implements ClientResponseFilter {
  private final HopTimings hops = CDI.current().select(HopTimings.class).get();

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    hops.handOn(response.getHeaderString("Server-Timing"));
  }
}
