package dev.baton.kit.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** {@code baton_build}: always 1, with the running release in its tag {@code version}. */
@ApplicationScoped
public class ReleaseMetric {

  private final MetricRegistry metrics;
  private final String version;

  /** For the container's client proxy. */
  protected ReleaseMetric() {
    this(null, "");
  }

  @Inject
  public ReleaseMetric(
      MetricRegistry metrics, @ConfigProperty(name = "baton.version") String version) {
    this.metrics = metrics;
    this.version = version;
  }

  void publish(@Observes @Initialized(ApplicationScoped.class) Object event) {
    metrics.gauge("baton_build", () -> 1, new Tag("version", version));
  }
}
