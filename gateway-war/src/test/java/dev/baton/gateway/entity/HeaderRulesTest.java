package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

  private static final Set<String> NONE = Set.of();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Encoding",
        "Authorization",
        "Content-Type",
        "Content-Encoding",
        "Idempotency-Key",
        "If-Match",
        "If-None-Match",
        "Range",
        "User-Agent",
        "baggage",
        "tracestate",
        "X-Custom"
      })
  void endToEndHeadersGoOn(String name) {
    assertThat(HeaderRules.passesIn(name, NONE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Proxy-Authorization",
        "Proxy-Connection",
        "HTTP2-Settings"
      })
  void hopByHopHeadersEndHere(String name) {
    assertThat(HeaderRules.passesIn(name, NONE)).isFalse();
    assertThat(HeaderRules.passesIn(name.toLowerCase(Locale.ROOT), NONE)).isFalse();
  }

  @Test
  void headersNamedInConnectionEndHere() {
    Set<String> connection = Set.of("close", "x-custom");

    assertThat(HeaderRules.passesIn("X-Custom", connection)).isFalse();
    assertThat(HeaderRules.passesOut("X-Custom", connection)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$WSRU",
        "$WSRA",
        "$wsis",
        "$WSCC",
        "$WSSN",
        "Cookie",
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-User",
        "X_Forwarded_For",
        "X-Real-IP",
        "X-Client-IP",
        "True-Client-IP",
        "X-Remote-User",
        "Remote-User",
        "REMOTE_USER",
        "X-User",
        "X-User-Id",
        "X_USER_ID",
        "X-Username",
        "X-Authenticated-User",
        "X-Auth-Request-User",
        "SSL_CLIENT_CERT",
        "SSL-Client-S-DN",
        "X-SSL-Client-Cert",
        "X-Client-Cert",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-HTTP-Method-Override",
        "X-Method-Override",
        "iv-user",
        "SM_USER",
        "OIDC_CLAIM_sub",
        "X-MS-CLIENT-PRINCIPAL",
        "X-Groups",
        "X-Roles",
        "X-Subject"
      })
  void claimsOfIdentityOriginAndTargetEndHere(String name) {
    assertThat(HeaderRules.passesIn(name, NONE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "traceparent", "X-Request-Id"})
  void headersThatTheGatewayWritesDoNotComeTwice(String name) {
    assertThat(HeaderRules.passesIn(name, NONE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Server",
        "X-Powered-By",
        "Set-Cookie",
        "Via",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "$WSEP",
        "io.openliberty.restfulws.mpmetrics.MetricsRestfulWsEMCallbackImpl.Exception"
      })
  void answersTellNothingOfTheInside(String name) {
    assertThat(HeaderRules.passesOut(name, NONE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type",
        "Content-Length",
        "ETag",
        "Location",
        "Retry-After",
        "WWW-Authenticate",
        "Cache-Control",
        "Vary",
        "X-Custom"
      })
  void answersKeepTheirMeaning(String name) {
    assertThat(HeaderRules.passesOut(name, NONE)).isTrue();
  }
}
