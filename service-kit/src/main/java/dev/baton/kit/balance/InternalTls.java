package dev.baton.kit.balance;

import com.ibm.websphere.ssl.JSSEHelper;
import com.ibm.websphere.ssl.SSLException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this server shows to the other tiers and whom it trusts there, with {@code
 * baton.internal.tls=on}: its own key store and trust store, as server.xml names them.
 *
 * <p>{@code SSLContext.getDefault()} is the JDK's on Liberty and knows neither.
 */
@ApplicationScoped
public class InternalTls {

  private static final String SERVERS_OWN = "defaultSSLConfig";

  private final boolean on;

  /** For the container's proxy. */
  protected InternalTls() {
    this("off");
  }

  /**
   * @param mode on or off
   */
  @Inject
  public InternalTls(
      @ConfigProperty(name = "baton.internal.tls", defaultValue = "off") String mode) {
    this.on = "on".equals(mode);
  }

  /**
   * The context for calls to the other tiers; none where they speak plain HTTP.
   *
   * @throws IllegalStateException when the server's stores can not be read
   */
  public Optional<SSLContext> context() {
    return on ? Optional.of(serversOwn()) : Optional.empty();
  }

  private static SSLContext serversOwn() {
    try {
      return JSSEHelper.getInstance().getSSLContext(SERVERS_OWN, null, null);
    } catch (SSLException e) {
      throw new IllegalStateException("the server's key store or trust store is not readable", e);
    }
  }
}
