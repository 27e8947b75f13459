package dev.baton.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the first key is known: until then every user would be refused. Names the known
 * keys, so that who changes the issuer's key can wait until every server knows the new one.
 */
@Readiness
@ApplicationScoped
public class KeysReadiness implements HealthCheck {

  private static volatile PublishedKeys keys;

  static void use(PublishedKeys used) {
    keys = used;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("published-keys")
        .withData("keys", keys == null ? "" : String.join(" ", keys.ids()))
        .status(isReady())
        .build();
  }

  static boolean isReady() {
    return keys != null && keys.isReady();
  }
}
