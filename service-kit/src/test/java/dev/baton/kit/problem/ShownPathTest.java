package dev.baton.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownPathTest {

  @Test
  void anOrdinaryPathIsShown() {
    assertThat(ShownPath.of("/orders/1")).isEqualTo("/orders/1");
  }

  @Test
  void whatLooksLikeATokenIsHidden() {
    assertThat(ShownPath.of("/a/eyJhbGciOiJSUzI1NiJ9.e30.AAAA/b")).isEqualTo("/a/-/b");
    assertThat(ShownPath.of("/a/x=eyJhbGciOiJSUzI1NiJ9")).isEqualTo("/a/-");
  }

  @Test
  void pathParametersAreLeftOut() {
    assertThat(ShownPath.of("/a;x=1/b;y")).isEqualTo("/a/b");
  }

  @Test
  void aLongPathIsCut() {
    assertThat(ShownPath.of("/" + "a".repeat(5_000))).hasSize(256);
  }

  @Test
  void noPathIsNone() {
    assertThat(ShownPath.of(null)).isNull();
  }
}
