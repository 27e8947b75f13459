package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenPrincipalTest {

  private final Map<String, Object> claims =
      new HashMap<>(
          Map.of(
              "iss", "https://issuer.example/realm",
              "aud", "baton-api",
              "sub", "alice",
              "groups", List.of("customer", "clerk"),
              "jti", "id-1",
              "exp", 1_800_000_600L,
              "shop", Map.of("name", "Berlin")));
  private final VerifiedToken token =
      new VerifiedToken(
          "a.b.c", "f", "alice", List.of("customer", "clerk"), "id-1", Instant.EPOCH, claims, 1);

  @AfterEach
  void leave() {
    VerifiedToken.leave();
  }

  @Test
  void claimsHaveTheTypesOfMicroProfileJwt() {
    JsonWebToken principal = token.principal();

    assertThat(principal.getName()).isEqualTo("alice");
    assertThat(principal.getSubject()).isEqualTo("alice");
    assertThat(principal.getIssuer()).isEqualTo("https://issuer.example/realm");
    assertThat(principal.getAudience()).containsExactly("baton-api");
    assertThat(principal.getGroups()).containsExactlyInAnyOrder("customer", "clerk");
    assertThat(principal.getTokenID()).isEqualTo("id-1");
    assertThat(principal.getRawToken()).isEqualTo("a.b.c");
    assertThat(principal.getExpirationTime()).isEqualTo(1_800_000_600L);
    assertThat(principal.getIssuedAtTime()).isZero();
    assertThat(principal.<Map<String, Object>>getClaim("shop")).containsEntry("name", "Berlin");
    assertThat(principal.<Object>getClaim("nothing")).isNull();
    assertThat(principal.getClaimNames()).contains("sub", "shop", "raw_token");
  }

  @Test
  void severalAudiencesAreASet() {
    claims.put("aud", List.of("baton-api", "other"));

    assertThat(token.principal().getAudience()).isEqualTo(Set.of("baton-api", "other"));
  }

  @Test
  void whatIsInjectedIsTheTokenOfThisThread() throws Exception {
    CallersToken injected = new CallersToken();
    assertThat(injected.getName()).isNull();
    assertThat(injected.getGroups()).isNull();
    assertThat(injected.<String>getClaim("sub")).isNull();

    token.enter();

    assertThat(injected.getName()).isEqualTo("alice");
    assertThat(injected.getGroups()).contains("clerk");
    assertThat(injected.getSubject()).isEqualTo("alice");
    Thread other = new Thread(() -> assertThat(injected.getName()).isNull());
    other.start();
    other.join();
  }

  @Test
  void theGroupsAreTheRoles() {
    HttpServletRequest request = new VerifiedRequest(new Servlets().request(), token);

    assertThat(request.isUserInRole("customer")).isTrue();
    assertThat(request.isUserInRole("auditor")).isFalse();
    assertThat(request.isUserInRole("*")).isFalse();
    assertThat(request.isUserInRole("**")).isTrue();
    assertThat(request.getRemoteUser()).isEqualTo("alice");
    assertThat(request.getUserPrincipal()).isInstanceOf(JsonWebToken.class);
  }
}
