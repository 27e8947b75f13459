package dev.baton.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the first key is known: until then every user would be refused. */
@Readiness
@ApplicationScoped
public class KeysReadiness implements HealthCheck {

  private static volatile PublishedKeys keys;

  static void use(PublishedKeys used) {
    keys = used;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("published-keys").status(isReady()).build();
  }

  static boolean isReady() {
    return keys != null && keys.isReady();
  }
}
