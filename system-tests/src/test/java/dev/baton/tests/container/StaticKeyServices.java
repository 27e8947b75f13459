package dev.baton.tests.container;

import java.util.List;
import org.microshed.testing.jwt.JwtBuilder;
import org.microshed.testing.jwt.JwtConfig;
import org.microshed.testing.testcontainers.ApplicationContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startable;

/**
 * One container for each WAR, all with MicroShed's key as the only one that they believe. The test
 * classes share them, because a start costs more than all the tests of a class; each brings the
 * services behind it.
 */
final class StaticKeyServices {

  private static final Network NETWORK = Network.newNetwork();
  private static final KeyMaterial KEYS =
      KeyMaterial.fresh(List.of("gateway", "service-a", "service-b", "service-c"));

  static final ApplicationContainer PRICES = application("service-c");
  static final ApplicationContainer STOCK = application("service-b", PRICES);
  static final ApplicationContainer ORDERS = application("service-a", STOCK);
  static final ApplicationContainer GATEWAY = application("gateway", ORDERS);

  private StaticKeyServices() {}

  /** Makes room; a class that needs them after this starts them again. */
  static void stop() {
    List.of(GATEWAY, ORDERS, STOCK, PRICES).forEach(ApplicationContainer::stop);
  }

  private static ApplicationContainer application(String kind, Startable... behind) {
    return Servers.application(new ApplicationContainer(Servers.image(kind)), kind, NETWORK, KEYS)
        .withEnv(JwtBuilder.MP_JWT_PUBLIC_KEY, JwtBuilder.getPublicKey())
        .withEnv(JwtBuilder.MP_JWT_ISSUER, JwtConfig.DEFAULT_ISSUER)
        .dependsOn(behind);
  }
}
