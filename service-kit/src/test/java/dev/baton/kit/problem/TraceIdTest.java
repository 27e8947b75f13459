package dev.baton.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

  private static final String GOOD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void isThatOfTheRequestsTraceparent() {
    assertThat(TraceId.of(new Servlets().header("traceparent", GOOD).request()))
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0\n",
      })
  void aTraceparentOfAnotherFormIsNone(String value) {
    assertThat(TraceId.isValid(value)).isFalse();
  }

  @Test
  void aRequestWithoutOneGetsOneAndKeepsIt() {
    HttpServletRequest request = new Servlets().request();
    String given = TraceId.traceparent(request);

    assertThat(TraceId.isValid(given)).isTrue();
    assertThat(TraceId.traceparent(request)).isEqualTo(given);
    assertThat(TraceId.of(request)).isEqualTo(TraceId.of(given));
  }
}
