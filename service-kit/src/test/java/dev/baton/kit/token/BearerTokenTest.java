package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "Bearer   a.b.c"})
  void theSchemeIsReadInAnyCase(String header) throws Exception {
    assertThat(BearerToken.in(headers(header))).isEqualTo("a.b.c");
  }

  @Test
  void noHeaderIsNoToken() {
    assertRefused(Refusal.MISSING, () -> BearerToken.in(headers()));
    assertRefused(Refusal.MISSING, () -> BearerToken.in(null));
  }

  @Test
  void anotherSchemeIsNoToken() {
    assertRefused(Refusal.MISSING, () -> BearerToken.in(headers("Basic YTpi")));
  }

  @Test
  void aRawTokenWithoutASchemeIsRefused() {
    assertRefused(Refusal.MALFORMED, () -> BearerToken.in(headers("a.b.c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer:a.b.c", "Bearer\ta.b.c", ""})
  void aSchemeWithoutATokenIsRefused(String header) {
    assertRefused(Refusal.MALFORMED, () -> BearerToken.in(headers(header)));
  }

  @Test
  void twoHeadersAreRefusedEvenWhenTheFirstIsGood() {
    assertRefused(Refusal.AMBIGUOUS, () -> BearerToken.in(headers("Bearer a.b.c", "Bearer d.e.f")));
    assertRefused(Refusal.AMBIGUOUS, () -> BearerToken.in(headers("Bearer a.b.c", "Bearer a.b.c")));
  }

  private static Enumeration<String> headers(String... values) {
    return Collections.enumeration(List.of(values));
  }
}
