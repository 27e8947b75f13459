package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static dev.baton.kit.token.TestToken.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRulesTest {

  private static final long SECOND = NOW.getEpochSecond();

  private final ClaimRules rules = rules(Duration.ZERO);

  @Test
  void aGoodTokenIsAccepted() {
    assertAccepted(new TestToken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example/realm/",
        "HTTPS://issuer.example/realm",
        "https://issuer.example",
        "",
      })
  void anotherIssuerIsRefused(String issuer) {
    assertCause(Refusal.ISSUER, new TestToken().claim("iss", issuer));
  }

  @Test
  void anIssuerThatIsNoStringIsRefused() {
    assertCause(Refusal.ISSUER, new TestToken().claim("iss", List.of(TestToken.ISSUER)));
  }

  @Test
  void noIssuerIsRefused() {
    assertCause(Refusal.ISSUER, new TestToken().withoutClaim("iss"));
  }

  @Test
  void oneOfSeveralAudiencesIsAccepted() {
    assertAccepted(new TestToken().claim("aud", List.of("other", TestToken.AUDIENCE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "baton-api2", "Baton-api", ""})
  void anotherAudienceIsRefused(String audience) {
    assertCause(Refusal.AUDIENCE, new TestToken().claim("aud", audience));
  }

  @Test
  void anAudienceThatIsNotStringsIsRefused() {
    assertCause(Refusal.AUDIENCE, new TestToken().claim("aud", List.of(TestToken.AUDIENCE, 1)));
    assertCause(Refusal.AUDIENCE, new TestToken().claim("aud", Map.of(TestToken.AUDIENCE, true)));
  }

  @Test
  void noAudienceIsRefused() {
    assertCause(Refusal.AUDIENCE, new TestToken().withoutClaim("aud"));
    assertCause(Refusal.AUDIENCE, new TestToken().claim("aud", List.of()));
  }

  @Test
  void theSecondOfExpiryIsTooLate() {
    assertAccepted(new TestToken().claim("exp", SECOND + 1));
    assertCause(Refusal.EXPIRED, new TestToken().claim("exp", SECOND));
  }

  @Test
  void theSkewIsTheOnlyLeeway() throws Exception {
    ClaimRules lenient = rules(Duration.ofSeconds(5));

    lenient.check(new TestToken().claim("exp", SECOND - 4).parsed().claims(), NOW);
    lenient.check(new TestToken().claim("nbf", SECOND + 5).parsed().claims(), NOW);
    assertRefused(
        Refusal.EXPIRED,
        () -> lenient.check(new TestToken().claim("exp", SECOND - 5).parsed().claims(), NOW));
    assertRefused(
        Refusal.NOT_YET_VALID,
        () -> lenient.check(new TestToken().claim("nbf", SECOND + 6).parsed().claims(), NOW));
  }

  @Test
  void noExpiryIsRefused() {
    assertCause(Refusal.CLAIMS, new TestToken().withoutClaim("exp"));
  }

  @Test
  void aTimeThatIsNoWholeNumberOfSecondsIsRefused() {
    for (String claim : List.of("exp", "nbf", "iat")) {
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, String.valueOf(SECOND)));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, SECOND + 0.5));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, -1));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, true));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, null));
    }
  }

  @Test
  void anExpiryBeyondTheCalendarIsRefused() {
    assertAccepted(new TestToken().claim("exp", 253_402_300_799L));
    assertCause(Refusal.CLAIMS, new TestToken().claim("exp", 253_402_300_800L));
    assertCause(Refusal.CLAIMS, new TestToken().claim("exp", Long.MAX_VALUE));
  }

  @Test
  void beforeItsTimeATokenIsRefused() {
    assertAccepted(new TestToken().claim("nbf", SECOND));
    assertCause(Refusal.NOT_YET_VALID, new TestToken().claim("nbf", SECOND + 1));
  }

  @Test
  void issuedInTheFutureIsRefused() {
    assertAccepted(new TestToken().claim("iat", SECOND));
    assertCause(Refusal.NOT_YET_VALID, new TestToken().claim("iat", SECOND + 1));
  }

  @Test
  void issuedAfterItsExpiryIsRefused() {
    ClaimRules lenient = rules(Duration.ofSeconds(60));
    Map<String, Object> claims =
        new TestToken().claim("exp", SECOND).claim("iat", SECOND + 1).parsed().claims();

    assertRefused(Refusal.CLAIMS, () -> lenient.check(claims, NOW));
  }

  @Test
  void groupsAsAStringAreRefused() {
    assertAccepted(new TestToken().claim("groups", List.of()));
    assertCause(Refusal.CLAIMS, new TestToken().claim("groups", "customer"));
  }

  @Test
  void groupsThatAreNotAllStringsAreRefused() {
    assertCause(Refusal.CLAIMS, new TestToken().claim("groups", List.of("customer", 1)));
    assertCause(Refusal.CLAIMS, new TestToken().claim("groups", List.of(List.of("customer"))));
  }

  @Test
  void noGroupsAreRefused() {
    assertCause(Refusal.CLAIMS, new TestToken().withoutClaim("groups"));
  }

  @Test
  void aSubjectWithoutUpnIsAccepted() {
    assertAccepted(new TestToken().withoutClaim("upn"));
  }

  @Test
  void noSubjectIsRefused() {
    assertCause(Refusal.CLAIMS, new TestToken().withoutClaim("sub"));
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    for (String claim : List.of("sub", "upn")) {
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, 1));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, ""));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, "  "));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, "a\u0000b"));
      assertCause(Refusal.CLAIMS, new TestToken().claim(claim, "a".repeat(256)));
    }
  }

  @Test
  void anIdThatIsNoStringIsRefused() {
    assertAccepted(new TestToken().withoutClaim("jti"));
    assertCause(Refusal.CLAIMS, new TestToken().claim("jti", 1));
  }

  private void assertAccepted(TestToken token) {
    assertThatCode(() -> rules.check(token.parsed().claims(), NOW)).doesNotThrowAnyException();
  }

  private void assertCause(Refusal cause, TestToken token) {
    assertRefused(cause, () -> rules.check(token.parsed().claims(), NOW));
  }

  private static ClaimRules rules(Duration skew) {
    return new ClaimRules(TestToken.ISSUER, Set.of(TestToken.AUDIENCE), skew);
  }
}
