package dev.baton.kit.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * The instances of the services behind this one. Service {@code service-a} is the comma separated
 * base URLs in {@code baton.service.a.instances}. The quickest is preferred (SmallRye Stork, least
 * response time); one that failed is left alone for {@code baton.call.rest.ms}, and until it says
 * that it is ready.
 */
@ApplicationScoped
public class Instances {

  private final Config config;
  private final CallSettings settings;
  private final ReadinessProbe probe;
  private final Map<String, InstanceGroup> groups = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected Instances() {
    this(null, null, null);
  }

  @Inject
  public Instances(Config config, CallSettings settings, ReadinessProbe probe) {
    this.config = config;
    this.settings = settings;
    this.probe = probe;
  }

  /**
   * The base URLs of a service's instances, as configured.
   *
   * @throws IllegalStateException when the service has none
   */
  public List<URI> of(String service) {
    return group(service).uris();
  }

  /**
   * Chooses the instance for a call, and starts its clock. With all of them failing one is chosen
   * all the same.
   *
   * @throws IllegalStateException when the service has no instances
   */
  public Choice choose(String service) {
    return group(service).choose();
  }

  private InstanceGroup group(String service) {
    return groups.computeIfAbsent(service, this::configured);
  }

  private InstanceGroup configured(String service) {
    String property = propertyOf(service);
    List<URI> uris =
        config
            .getOptionalValues(property, URI.class)
            .orElseThrow(() -> new IllegalStateException(property + " is not set"));
    return new InstanceGroup(service, uris, settings.rest(), probe::ask);
  }

  static String propertyOf(String service) {
    return "baton." + service.replace('-', '.') + ".instances";
  }
}
