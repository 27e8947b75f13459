package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysReadinessTest {

  @AfterEach
  void forget() {
    KeysReadiness.use(null);
  }

  @Test
  void withoutAnyKeyTheHopIsNotReady() {
    KeysReadiness.use(
        fetched(
            () -> {
              throw new IOException("down");
            }));

    assertThat(KeysReadiness.isReady()).isFalse();
  }

  @Test
  void withAKeyTheHopIsReady() {
    KeysReadiness.use(fetched(() -> Keys.published(Keys.ISSUERS)));

    assertThat(KeysReadiness.isReady()).isTrue();
  }

  @Test
  void beforeTheGuardIsThereTheHopIsNotReady() {
    assertThat(KeysReadiness.isReady()).isFalse();
  }

  @Test
  void theKeysThatMayVerifyAreNamedInOrder() {
    RSAKey later = Keys.copy(Keys.ISSUERS, "z").build();
    RSAKey earlier = Keys.copy(Keys.FOREIGN, "a").build();
    RSAKey unusable = Keys.copy(Keys.SHORT, "b").build();

    assertThat(fetched(() -> Keys.published(later, earlier, unusable)).ids())
        .containsExactly("a", "z");
  }

  private static JwksKeys fetched(KeyServer server) {
    JwksKeys keys =
        new JwksKeys(server, Keys.RS256, Duration.ofHours(1), Duration.ofHours(1), text -> {});
    keys.refresh();
    return keys;
  }
}
