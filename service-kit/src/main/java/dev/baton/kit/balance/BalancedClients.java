package dev.baton.kit.balance;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes the clients of the services behind this one, and closes them with the application. */
@ApplicationScoped
public class BalancedClients {

  private final Instances instances;
  private final CallSettings settings;
  private final InternalTls tls;
  private final Queue<BalancedClient<?>> made = new ConcurrentLinkedQueue<>();

  /** For the container's proxy. */
  protected BalancedClients() {
    this(null, null, null);
  }

  @Inject
  public BalancedClients(Instances instances, CallSettings settings, InternalTls tls) {
    this.instances = instances;
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * A client of a service; to be made once and kept.
   *
   * @param wire a MicroProfile REST client interface with {@code
   *     RegisterClientHeaders(TokenPropagation.class)}
   * @param service the name of the service, for example {@code service-b}
   * @throws IllegalStateException when the service has no instances, or one that is no internal
   *     destination
   */
  public <W> BalancedClient<W> of(Class<W> wire, String service) {
    BalancedClient<W> client =
        new BalancedClient<>(service, instances, settings, new WireFactory<>(wire, settings, tls));
    made.add(client);
    return client;
  }

  @PreDestroy
  void close() {
    made.forEach(BalancedClient::close);
  }
}
