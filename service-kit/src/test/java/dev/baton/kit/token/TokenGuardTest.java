package dev.baton.kit.token;

import static dev.baton.kit.token.TestToken.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import dev.baton.kit.json.StrictJson;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGuardTest {

  private final GuardedHop hop = new GuardedHop();
  private final String good = new TestToken().build();

  @Test
  void aGoodTokenIsLetIn() throws Exception {
    Servlets call = hop.send(good);

    assertThat(call.status).isEqualTo(200);
    assertThat(hop.inside).hasSize(1);
    assertThat(hop.inside.get(0).raw()).isEqualTo(good);
    assertThat(hop.inside.get(0).subject()).isEqualTo("alice");
    assertThat(hop.inside.get(0).id()).isEqualTo("id-1");
    assertThat(hop.counted).isEmpty();
  }

  @Test
  void whoIsRefusedTooOftenIsNotToldTheCause() throws Exception {
    Servlets call = hop.withoutPatience().through(new Servlets());

    assertThat(call.status).isEqualTo(429);
    assertThat(call.answered("WWW-Authenticate")).isNull();
    assertThat(hop.counted).containsExactly(Refusal.MISSING);
    assertThat(hop.wasReached()).isFalse();
  }

  @Test
  void aGoodTokenIsNotHeldUpByOthersBadOnes() throws Exception {
    assertThat(hop.withoutPatience().send(good).status).isEqualTo(200);
  }

  @Test
  void theRequestKeepsTheVerifiedToken() throws Exception {
    Servlets call = hop.send(good);

    assertThat(VerifiedToken.of(call.request()).fingerprint()).isEqualTo(TokenFingerprint.of(good));
  }

  @Test
  void theThreadForgetsTheTokenAfterTheRequest() throws Exception {
    hop.send(good);

    assertThat(VerifiedToken.current()).isNull();
  }

  @Test
  void theThreadForgetsTheTokenOfARequestThatFails() {
    Servlets call =
        new Servlets()
            .header("Authorization", "Bearer " + good)
            .authentication(() -> new GuardedHop.Principal(good));
    try {
      hop.guard()
          .doFilter(
              call.request(),
              call.response(),
              (request, response) -> {
                throw new ServletException();
              });
    } catch (Exception expected) {
      // the failure is the application's
    }

    assertThat(VerifiedToken.current()).isNull();
  }

  @Test
  void noTokenIs401WithoutAnErrorCode() throws Exception {
    Servlets call = hop.through(new Servlets());

    assertRefused(call, Refusal.MISSING);
    assertThat(call.answered("WWW-Authenticate")).isEqualTo("Bearer realm=\"baton\"");
  }

  @Test
  void aRefusalIsAProblemThatTellsItsCause() throws Exception {
    Servlets call = hop.send(new TestToken().claim("exp", NOW.getEpochSecond() - 1).build());

    assertRefused(call, Refusal.EXPIRED);
    assertThat(call.answered("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"baton\", error=\"invalid_token\","
                + " error_description=\"expired: the token has expired\"");
    assertThat(call.answered("Content-Type")).isEqualTo("application/problem+json");
    assertThat(StrictJson.object(call.body()))
        .containsEntry("status", 401L)
        .containsEntry("title", "Unauthorized")
        .containsEntry("detail", "expired: the token has expired")
        .containsEntry("instance", "/orders/1")
        .containsKey("traceId");
  }

  @Test
  void whatTheGuardRefusesNeverReachesTheContainer() throws Exception {
    Servlets call = hop.send(new TestToken().signedBy(Keys.FOREIGN).build());

    assertRefused(call, Refusal.SIGNATURE);
    assertThat(call.authentications()).isZero();
  }

  @Test
  void whatTheContainerDoesNotVerifyIsRefused() throws Exception {
    Servlets call = hop.through(withToken(good).authentication(() -> null));

    assertRefused(call, Refusal.REJECTED);
  }

  @Test
  void aContainerThatBreaksRefuses() throws Exception {
    Servlets call =
        hop.through(
            withToken(good)
                .authentication(
                    () -> {
                      throw new ServletException();
                    }));

    assertRefused(call, Refusal.REJECTED);
  }

  @Test
  void aPrincipalThatIsNoTokenIsRefused() throws Exception {
    Servlets call = hop.through(withToken(good).authentication(() -> () -> "alice"));

    assertRefused(call, Refusal.REJECTED);
  }

  @Test
  void aPrincipalOfAnotherTokenIsRefused() throws Exception {
    Servlets call = hop.send(withToken(good), new TestToken().claim("sub", "olga").build());

    assertRefused(call, Refusal.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
  void healthNeedsNoToken(String path) throws Exception {
    hop.through(new Servlets().path(path));
    hop.through(new Servlets().path(path).method("HEAD"));

    assertThat(hop.inside).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/health",
    "GET,/health/",
    "GET,/health/live/",
    "GET,/healthy",
    "GET,/health/../orders/1",
    "GET,/health;x=/orders",
    "GET,//health",
    "GET,/Health",
  })
  void whatOnlyLooksLikeHealthNeedsAToken(String method, String path) throws Exception {
    Servlets call = hop.through(new Servlets().method(method).path(path));

    assertRefused(call, Refusal.MISSING);
  }

  @Test
  void aRevokedTokenIsRefused() throws Exception {
    hop.revoked(token -> "id-1".equals(token.id()));

    assertRefused(hop.send(good), Refusal.REVOKED);
    assertThat(hop.send(new TestToken().claim("jti", "id-2").build()).status).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aWriteAtTheGatewayNeedsTheLifetimeThatIsConfigured(String method) throws Exception {
    hop.tier("gateway");
    String enough = new TestToken().claim("exp", NOW.getEpochSecond() + 10).build();
    String short1 = new TestToken().claim("exp", NOW.getEpochSecond() + 9).build();

    assertThat(hop.send(withToken(enough).method(method), enough).status).isEqualTo(200);
    hop.inside.clear();
    assertRefused(hop.send(withToken(short1).method(method), short1), Refusal.LIFETIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT"})
  void theLeewayIsTheSameForReadsAndWrites(String method) throws Exception {
    hop.skewed(Duration.ofSeconds(30));
    TestToken old = new TestToken().claim("iat", NOW.getEpochSecond() - 60);
    String inside = old.claim("exp", NOW.getEpochSecond() - 29).build();
    String outside = old.claim("exp", NOW.getEpochSecond() - 30).build();

    assertThat(hop.send(withToken(inside).method(method), inside).status).isEqualTo(200);
    hop.inside.clear();
    assertRefused(hop.send(withToken(outside).method(method), outside), Refusal.EXPIRED);
  }

  @Test
  void aReadAtTheGatewayNeedsNoMoreThanNow() throws Exception {
    hop.tier("gateway");
    String token = new TestToken().claim("exp", NOW.getEpochSecond() + 1).build();

    assertThat(hop.send(token).status).isEqualTo(200);
  }

  @Test
  void aWriteBehindTheGatewayNeedsNoMoreThanNow() throws Exception {
    String token = new TestToken().claim("exp", NOW.getEpochSecond() + 1).build();

    assertThat(hop.send(withToken(token).method("POST"), token).status).isEqualTo(200);
  }

  @Test
  void anAcceptedRequestLeavesOneAuditLine() throws Exception {
    hop.send(
        withToken(good)
            .path("/orders/1")
            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        good);

    assertThat(hop.audited).hasSize(1);
    assertThat(StrictJson.object(hop.audited.get(0)))
        .isEqualTo(
            Map.of(
                "time", NOW.toString(),
                "hop", "service-a",
                "instance", "service-a-1",
                "trace", "0af7651916cd43dd8448eb211c80319c",
                "method", "GET",
                "path", "/orders/1",
                "outcome", "accepted",
                "subject", "alice",
                "groups", "customer",
                "token", TokenFingerprint.of(good)));
  }

  @Test
  void aRefusedRequestLeavesOneAuditLineWithItsCause() throws Exception {
    String foreign = new TestToken().signedBy(Keys.FOREIGN).build();
    hop.send(foreign);

    assertThat(hop.audited).hasSize(1);
    assertThat(StrictJson.object(hop.audited.get(0)))
        .containsEntry("outcome", "refused")
        .containsEntry("cause", "signature")
        .containsEntry("token", TokenFingerprint.of(foreign))
        .doesNotContainKey("subject");
  }

  @Test
  void onlyAVerifiedSubjectIsAudited() throws Exception {
    hop.revoked(token -> true).send(good);

    assertThat(StrictJson.object(hop.audited.get(0))).containsEntry("subject", "alice");
  }

  @Test
  void noAuditLineHoldsATokenOrASecondLine() throws Exception {
    hop.send(withToken(good).path("/orders/" + good + "\r\n{\"outcome\":\"accepted\"}"), good);

    assertThat(hop.audited.get(0)).doesNotContain(good, "eyJ", "\r", "\n");
  }

  @Test
  void noAnswerHoldsTheToken() throws Exception {
    String foreign = new TestToken().signedBy(Keys.FOREIGN).build();
    Servlets call = hop.send(withToken(foreign).path("/orders/" + foreign), foreign);

    assertThat(call.body()).doesNotContain("eyJ", "alice");
    assertThat(call.answered("WWW-Authenticate")).doesNotContain("eyJ", "alice");
  }

  private static Servlets withToken(String token) {
    return new Servlets().header("Authorization", "Bearer " + token);
  }

  private void assertRefused(Servlets call, Refusal cause) {
    assertThat(call.status).isEqualTo(401);
    assertThat(call.answered("WWW-Authenticate")).startsWith("Bearer realm=\"baton\"");
    assertThat(hop.wasReached()).isFalse();
    assertThat(hop.counted).containsExactly(cause);
  }
}
