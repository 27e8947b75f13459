package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsOriginsTest {

  private final CorsOrigins origins =
      new CorsOrigins(Set.of("https://shop.example", "http://127.0.0.1:8080"));

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example", "http://127.0.0.1:8080"})
  void aListedOriginIsAllowed(String origin) {
    assertThat(origins.allow(origin)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "null",
        "*",
        "",
        "http://shop.example",
        "https://shop.example:443",
        "https://shop.example.evil.example",
        "https://evil-shop.example",
        "https://SHOP.example"
      })
  void anyOtherIsNot(String origin) {
    assertThat(origins.allow(origin)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "null", "shop.example", "https://shop.example/", "https://*.example"})
  void whatIsNoOriginCannotBeListed(String origin) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CorsOrigins(Set.of(origin)));
  }

  @Test
  void nobodyIsListedByDefault() {
    assertThat(new CorsOrigins(Set.of()).isOpen()).isFalse();
  }
}
