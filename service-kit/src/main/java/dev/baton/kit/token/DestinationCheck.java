package dev.baton.kit.token;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Stands in every MicroProfile REST client of the application and stops a call that would carry
 * credentials to anybody but a configured instance of a service.
 */
public final class DestinationCheck implements ClientRequestFilter, RestClientBuilderListener {

  private static final Logger LOG = Logger.getLogger(DestinationCheck.class.getName());
  // after everything that could still set the header
  private static final int LAST = Integer.MAX_VALUE;

  private volatile InternalDestinations destinations;

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    builder.register(this, LAST);
  }

  /**
   * @throws SecurityException when the destination is no internal one
   */
  @Override
  public void filter(ClientRequestContext call) {
    if (call.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)
        && !destinations().contains(call.getUri())) {
      LOG.severe("A call was stopped: it would have carried a token out of the system");
      throw new SecurityException("no internal destination");
    }
  }

  private InternalDestinations destinations() {
    if (destinations == null) {
      destinations = InternalDestinations.from(ConfigProvider.getConfig());
    }
    return destinations;
  }
}
