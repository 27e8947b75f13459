package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalDestinationsTest {

  private final InternalDestinations destinations =
      InternalDestinations.from(
          new SmallRyeConfigBuilder()
              .withSources(
                  new PropertiesConfigSource(
                      Map.of(
                          "baton.service.a.instances", "http://127.0.0.1:9111,http://10.0.0.2:9111",
                          "BATON_SERVICE_B_INSTANCES", "https://b.example",
                          "baton.jwks.url", "http://keys.example"),
                      "test",
                      300))
              .build());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9111",
        "http://127.0.0.1:9111/orders/1?x=y",
        "http://10.0.0.2:9111/",
        "https://b.example/stock",
        "https://B.example:443/stock",
      })
  void aConfiguredInstanceIsInternal(String uri) {
    assertThat(destinations.contains(URI.create(uri))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9112",
        "https://127.0.0.1:9111",
        "http://127.0.0.1.evil.example:9111",
        "http://127.0.0.1:9111@evil.example",
        "http://user@127.0.0.1:9111",
        "http://localhost:9111",
        "http://keys.example",
        "http://b.example",
        "/orders/1",
      })
  void anythingElseIsNot(String uri) {
    assertThat(destinations.contains(URI.create(uri))).isFalse();
  }
}
