package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenFingerprintTest {

  @Test
  void isTheStartOfTheSha256() {
    // printf abc | sha256sum
    assertThat(TokenFingerprint.of("abc")).isEqualTo("ba7816bf8f01cfea");
  }

  @Test
  void differsForDifferentTokens() {
    assertThat(TokenFingerprint.of("abc")).isNotEqualTo(TokenFingerprint.of("abd"));
  }
}
