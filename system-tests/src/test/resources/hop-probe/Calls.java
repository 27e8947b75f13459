package probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls the next service with fault tolerance around, and once at start-up. */
@ApplicationScoped
public class Calls {

  private final Next next;
  private volatile String startUp = "not called";

  @Inject
  Calls(@ConfigProperty(name = "baton.service.b.instances") URI base) {
    next = RestClientBuilder.newBuilder().baseUri(base).build(Next.class);
  }

  Calls() {
    next = null;
  }

  Next next() {
    return next;
  }

  @Retry
  @Timeout(5_000)
  @CircuitBreaker
  String guarded() {
    return next.now();
  }

  @Asynchronous
  CompletionStage<String> asynchronous() {
    return CompletableFuture.completedFuture(next.now());
  }

  String startUp() {
    return startUp;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    try {
      startUp = next.now();
    } catch (RuntimeException e) {
      startUp = "refused";
    }
  }
}
