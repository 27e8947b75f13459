package dev.baton.kit.framing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"*/*", "a/b;q=0.5, */*; q=0", "a/b;Q=1.000", "a/b;x=y;q=1", "a/b;quality=zz"})
  void whatMayBeWeighedIsReadable(String accept) {
    assertThat(RequestCheck.isReadable(accept)).isTrue();
  }

  @Test
  void noAcceptIsReadable() {
    assertThat(RequestCheck.isReadable(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*/*;q=zz", "*/*;q=", "*/*;q=2", "*/*;q=1.5", "*/*;q=-1", "a/b, c/d; q =x"})
  void aWeightThatIsNoneIsNot(String accept) {
    assertThat(RequestCheck.isReadable(accept)).isFalse();
  }
}
