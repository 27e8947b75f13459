package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

  private final HeaderRules rules = new HeaderRules(Keys.RS256);

  @Test
  void aPermittedAlgorithmIsAccepted() {
    assertThatCode(() -> rules.check(Map.of("alg", "RS256"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none", "None", "HS256", "HS512", "RS512", "PS256", "ES256", "rs256", "", "RS256 "
      })
  void anyOtherAlgorithmIsRefused(String algorithm) {
    assertRefused(Refusal.ALGORITHM, () -> rules.check(Map.of("alg", algorithm)));
  }

  @Test
  void noAlgorithmIsRefused() {
    assertRefused(Refusal.ALGORITHM, () -> rules.check(Map.of()));
  }

  @Test
  void anAlgorithmThatIsNoStringIsRefused() {
    assertRefused(Refusal.ALGORITHM, () -> rules.check(Map.of("alg", List.of("RS256"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crit", "b64", "jwk", "jku", "x5u", "x5c", "zip", "enc", "epk", "cty"})
  void aParameterThatBringsAKeyOrChangesTheReadingIsRefused(String name) {
    assertRefused(Refusal.HEADER, () -> rules.check(Map.of("alg", "RS256", name, "x")));
  }

  @Test
  void anUnknownParameterIsIgnored() {
    assertThatCode(() -> rules.check(Map.of("alg", "RS256", "x5t", "abc")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
  void anAccessTokensTypeIsAccepted(String type) {
    assertThatCode(() -> rules.check(Map.of("alg", "RS256", "typ", type)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout+jwt", "dpop+jwt", "id_token+jwt", "JWE", ""})
  void anotherKindOfTokenIsRefused(String type) {
    assertRefused(Refusal.HEADER, () -> rules.check(Map.of("alg", "RS256", "typ", type)));
  }
}
