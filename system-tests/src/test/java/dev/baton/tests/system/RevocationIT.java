package dev.baton.tests.system;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token that was ended before its time, at the gateways of the running chain. */
@Tag("system")
class RevocationIT {

  private static final Bearer CAROL = new Bearer("carol", "clerk");
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final LocalChain chain = new LocalChain();
  private final List<Hop> gateways =
      chain.hops().stream().filter(hop -> hop.kind() == Hop.Kind.GATEWAY).toList();

  @Test
  void whoLogsOutIsRefusedByEveryGatewayWithinASecond() {
    String ended = chain.forge().good(CAROL);
    String other = chain.forge().good(CAROL);
    gateways.forEach(gateway -> assertThat(statusAt(gateway, ended)).isEqualTo(200));

    Answer logout = send("POST", chain.loadBalancer().resolve("/api/logout"), ended);

    assertThat(logout.status()).isEqualTo(204);
    assertRefusedEverywhere(ended);
    gateways.forEach(gateway -> assertThat(statusAt(gateway, other)).isEqualTo(200));
  }

  @Test
  void anOperatorEndsATokenByItsIdAtTheOperatorsAddress() throws ParseException {
    String ended = chain.forge().good(CAROL);
    String path = "/ops/tokens/" + JWTParser.parse(ended).getJWTClaimsSet().getJWTID();
    String operator = chain.forge().good(new Bearer("olga", "operator"));

    assertProblem(send("DELETE", chain.loadBalancer().resolve(path), operator), 404);
    assertProblem(send("DELETE", chain.operators().resolve(path), ended), 403);
    gateways.forEach(gateway -> assertThat(statusAt(gateway, ended)).isEqualTo(200));

    assertThat(send("DELETE", chain.operators().resolve(path), operator).status()).isEqualTo(204);
    assertRefusedEverywhere(ended);
  }

  private void assertRefusedEverywhere(String token) {
    Instant end = Instant.now().plus(AT_ONCE);
    gateways.forEach(gateway -> awaitRefused(gateway, token, end));
    gateways.forEach(
        gateway -> {
          Answer answer = chain.web().get(gateway.resource(), token);
          assertProblem(answer, 401);
          assertThat(answer.header("WWW-Authenticate")).contains("revoked: ");
        });
  }

  private void awaitRefused(Hop gateway, String token, Instant end) {
    while (statusAt(gateway, token) != 401) {
      assertThat(Instant.now()).as(gateway + " still accepts it").isBefore(end);
    }
  }

  private int statusAt(Hop gateway, String token) {
    return chain.web().get(gateway.resource(), token).status();
  }

  private Answer send(String method, URI uri, String token) {
    return chain.web().send(method, uri, token, Map.of(), BodyPublishers.noBody());
  }
}
