package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenSettingsTest {

  private final Map<String, String> given = new HashMap<>();

  @BeforeEach
  void giveWhatIsNeeded() {
    given.put("baton.tier", "service-a");
    given.put("baton.issuer", TestToken.ISSUER);
    given.put("baton.audience", TestToken.AUDIENCE);
    given.put("baton.jwks.url", "https://issuer.example/jwk");
  }

  @Test
  void theDefaultsAreStrict() {
    TokenSettings settings = settings();

    assertThat(settings.algorithms()).containsExactly("RS256");
    assertThat(settings.skew()).isZero();
    assertThat(settings.longest()).isEqualTo(8192);
    assertThat(settings.minimumLifetime()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.keyInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.keyOutage()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.configuredKey()).isEmpty();
  }

  @Test
  void issuerAndAudienceAreThoseOfTheContainer() {
    TokenSettings settings = settings();

    assertThat(settings.issuer()).isEqualTo(TestToken.ISSUER);
    assertThat(settings.audiences()).containsExactly(TestToken.AUDIENCE);
  }

  @Test
  void withoutAnIssuerNothingStarts() {
    given.remove("baton.issuer");

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(this::settings);
  }

  @Test
  void withoutAnyKeyNothingStarts() {
    given.remove("baton.jwks.url");

    assertThatIllegalArgumentException().isThrownBy(this::settings);
  }

  @Test
  void aConfiguredKeyNeedsNoKeyServer() {
    given.remove("baton.jwks.url");
    given.put("mp.jwt.verify.publickey", "pem");

    assertThat(settings().configuredKey()).contains("pem");
  }

  @Test
  void anAlgorithmThatTheContainerDoesNotVerifyIsRefused() {
    for (String algorithm : new String[] {"none", "HS256", "PS256", "RS256,ES256"}) {
      given.put("baton.algorithms", algorithm);

      assertThatIllegalArgumentException().isThrownBy(this::settings);
    }
  }

  @Test
  void aDurationIsANumberOfSecondsOrHasAUnit() {
    given.put("baton.clock.skew", "5");
    given.put("baton.token.min.lifetime", "2m");

    assertThat(settings().skew()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings().minimumLifetime()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aDurationOfAnotherFormIsRefused() {
    given.put("baton.clock.skew", "-5s");

    assertThatIllegalArgumentException()
        .isThrownBy(this::settings)
        .withMessageContaining("baton.clock.skew");
  }

  @Test
  void onlyTheGatewayIsTheGateway() {
    assertThat(settings().isGateway()).isFalse();
    given.put("baton.tier", "gateway");
    assertThat(settings().isGateway()).isTrue();
  }

  private TokenSettings settings() {
    return TokenSettings.from(
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(defaults(), "the kit's", 100),
                new PropertiesConfigSource(given, "given", 300))
            .addDefaultInterceptors()
            .build());
  }

  private static Map<String, String> defaults() {
    Properties properties = new Properties();
    try (InputStream file =
        TokenSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> defaults = new HashMap<>();
    properties.forEach((name, value) -> defaults.put((String) name, (String) value));
    return defaults;
  }
}
