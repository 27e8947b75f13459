package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "/api/orders/1, /api/orders/1",
    "/api/orders/, /api/orders/",
    "/, /",
    "/api/stock/SKU%2D0001, /api/stock/SKU-0001",
    "/api/stock/%41%7e, /api/stock/A~",
    "/api/stock/caf%c3%a9, /api/stock/caf%C3%A9",
    "/api/stock/a%20b, /api/stock/a%20b",
    "/api/stock/a:b@c!$&'()*+=~, /api/stock/a:b@c!$&'()*+=~",
    "/api/orders/..., /api/orders/...",
    "/api/orders/.hidden, /api/orders/.hidden"
  })
  void goodPathIsNormalisedOnce(String raw, String normalised) {
    assertThat(RequestTarget.of(raw, null).path()).isEqualTo(normalised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/orders",
        "*",
        "/api//orders",
        "//api/orders",
        "/api/orders//",
        "/api/./orders",
        "/api/orders/..",
        "/api/orders/../stock",
        "/api/%2e%2e/orders",
        "/api/%2E/orders",
        "/api/.%2e/orders",
        "/api/orders%2f1",
        "/api/orders%5c1",
        "/api/orders\\1",
        "/api/orders%00",
        "/api/orders%0d%0aX:1",
        "/api/orders%7f",
        "/api/orders%252e",
        "/api/orders;v=1",
        "/api/orders%3bv=1",
        "/api/orders%",
        "/api/orders%4",
        "/api/orders%zz",
        "/api/orders%c0%af",
        "/api/orders%ff",
        "/api/orders/caf\u00e9",
        "/api/orders/\uff0e\uff0e",
        "/api/orders/a b",
        "/api/orders/a\tb",
        "/api/orders/<a>",
        "/api/orders/\"a\""
      })
  void pathThatCouldBeReadInTwoWaysIsRefused(String raw) {
    assertThatExceptionOfType(MalformedTargetException.class)
        .isThrownBy(() -> RequestTarget.of(raw, null));
  }

  @Test
  void queryGoesOnAsItCame() {
    RequestTarget target = RequestTarget.of("/api/orders", "after=%2f3&limit=10");

    assertThat(target.withPath("/orders")).isEqualTo("/orders?after=%2f3&limit=10");
    assertThat(RequestTarget.of("/api/orders", null).withPath("/orders")).isEqualTo("/orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=\u00e9", "a=\r\nX: 1", "a b", "a=\u007f"})
  void queryWithRawCharactersIsRefused(String query) {
    assertThatExceptionOfType(MalformedTargetException.class)
        .isThrownBy(() -> RequestTarget.of("/api/orders", query));
  }
}
