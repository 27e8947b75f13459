package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.balance.CallSettings;
import dev.baton.kit.balance.Instances;
import dev.baton.kit.balance.InternalTls;
import dev.baton.kit.balance.ReadinessProbe;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  @Test
  void aTableOfKnownServicesIsUsable() {
    RouteTable table = table("/api/orders=service-a");

    assertThat(table.isUsable()).isTrue();
    assertThat(table.routes().find("/api/orders/1")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/orders=service-a", "/api/orders=service-z", ","})
  void aTableThatCannotBeReadRoutesNothing(String routes) {
    RouteTable table = table(routes);

    assertThat(table.isUsable()).isFalse();
    assertThat(table.routes().find("/api/orders/1")).isEmpty();
  }

  private static RouteTable table(String routes) {
    Map<String, String> values =
        Map.of("baton.routes", routes, "baton.service.a.instances", "http://127.0.0.1:1");
    SmallRyeConfig config = new SmallRyeConfigBuilder().withDefaultValues(values).build();
    CallSettings calls = new CallSettings(250, 500, 3000, 60_000, 10);
    return new RouteTable(
        new GatewaySettings(config),
        new Instances(config, calls, new ReadinessProbe(calls, new InternalTls("off"))));
  }
}
