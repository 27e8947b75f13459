package dev.baton.tests.hop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.baton.tests.tokens.Bearer;
import dev.baton.tests.tokens.Flaw;
import dev.baton.tests.tokens.TokenForge;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one hop does with tokens and keys, on a real server. */
@Tag("system")
@Timeout(120)
class HopIT {

  private static final int INTERVAL_SECONDS = 2;
  private static final Bearer ALICE = new Bearer("alice", "customer");
  private static final TokenForge FIRST = forge("first");
  private static final TokenForge SECOND = forge("second");

  @TempDir private static Path directory;

  private static KeyServer keyServer;
  private static NextService next;
  private static NextService stranger;
  private static OwnHop hop;

  @BeforeAll
  static void start() {
    keyServer = new KeyServer();
    keyServer.publish(FIRST.key().toPublicJWK());
    next = new NextService();
    stranger = new NextService();
    hop =
        new OwnHop(
            directory,
            Map.of(
                "BATON_JWKS_URL", keyServer.url(),
                "BATON_JWKS_INTERVAL", INTERVAL_SECONDS + "s",
                "BATON_SERVICE_B_INSTANCES", next.uri().toString()));
  }

  @AfterAll
  static void stop() throws Exception {
    hop.close();
    keyServer.close();
    next.close();
    stranger.close();
  }

  @BeforeEach
  void forgetCalls() {
    next.calls().clear();
    stranger.calls().clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "fault-tolerance"})
  void theVeryTokenThatCameIsHandedOn(String way) throws Exception {
    String token = FIRST.good(ALICE);

    assertThat(hop.get("/calls/" + way, token).body()).isEqualTo("next");
    assertThat(next.calls()).containsExactly("Bearer " + token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asynchronous", "executor", "timer", "thread"})
  void outsideTheRequestsThreadTheCallIsNotMade(String way) throws Exception {
    HttpResponse<String> answer = hop.get("/calls/" + way, FIRST.good(ALICE));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(next.calls()).isEmpty();
  }

  @Test
  void atStartUpTheCallIsNotMade() throws Exception {
    assertThat(hop.get("/calls/start-up", FIRST.good(ALICE)).body()).isEqualTo("refused");
  }

  @Test
  void toAStrangerTheCallIsNotMade() throws Exception {
    assertStrangerGetsNothing("/calls/to?base=" + stranger.uri());
  }

  @Test
  void toAStrangerTheCallIsNotMadeEvenByHand() throws Exception {
    assertStrangerGetsNothing("/calls/by-hand?base=" + stranger.uri());
    assertThat(hop.get("/calls/by-hand?base=" + next.uri(), FIRST.good(ALICE)).body())
        .isEqualTo("next");
  }

  @Test
  void whatTheServerSaysOfARequestBearsItsTraceHopAndInstance() throws Exception {
    HttpResponse<String> failed = hop.get("/calls/no-such-way", FIRST.good(ALICE));

    assertThat(failed.statusCode()).isEqualTo(500);
    String trace =
        Json.createReader(new StringReader(failed.body())).readObject().getString("traceId");
    assertThat(
            hop.logs()
                .lines()
                .filter(line -> line.contains("\"trace\":\"" + trace + "\""))
                .filter(line -> line.contains("A request failed")))
        .hasSize(1)
        .allMatch(line -> line.contains("\"hop\":\"service-a\""))
        .allMatch(line -> line.contains("\"instance\":\"hop-test\""))
        .allMatch(line -> line.contains("\"level\":\"SEVERE\""));
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void aFlawIsRefusedAndNoLogShowsTheToken(Flaw flaw) throws Exception {
    String token = FIRST.broken(flaw, ALICE);

    assertThat(statusOf(token)).isEqualTo(401);
    assertThat(statusOf(FIRST.good(ALICE))).isEqualTo(200);
    assertThat(hop.logs()).doesNotContain(token, token.split("\\.")[1]);
  }

  @ParameterizedTest
  @EnumSource(KeyServer.Mood.class)
  void theKeyServersMoodDoesNotMatterToAKnownKey(KeyServer.Mood mood) throws Exception {
    keyServer.mood(mood);
    try {
      int before = keyServer.fetches();
      awaitFetches(before + 1);

      assertThat(statusOf(FIRST.good(ALICE))).isEqualTo(200);
      assertThat(statusOf(FIRST.broken(Flaw.UNKNOWN_KEY_ID, ALICE))).isEqualTo(401);
    } finally {
      keyServer.mood(KeyServer.Mood.WELL);
    }
  }

  @Test
  void aNewKeyIsAcceptedAndAWithdrawnOneRefused() throws Exception {
    String old = FIRST.good(ALICE);
    assertThat(statusOf(SECOND.good(ALICE))).isEqualTo(401);
    try {
      keyServer.publish(FIRST.key().toPublicJWK(), SECOND.key().toPublicJWK());
      awaitStatus(200, SECOND.good(ALICE));
      assertThat(statusOf(old)).isEqualTo(200);

      keyServer.publish(SECOND.key().toPublicJWK());
      awaitStatus(401, old);
      assertThat(statusOf(SECOND.good(ALICE))).isEqualTo(200);
    } finally {
      keyServer.publish(FIRST.key().toPublicJWK());
      awaitStatus(200, FIRST.good(ALICE));
    }
  }

  @Test
  void unknownKeyIdsDoNotHammerTheKeyServer() throws Exception {
    Instant start = Instant.now();
    int before = keyServer.fetches();
    for (int i = 0; i < 300; i++) {
      assertThat(statusOf(FIRST.broken(Flaw.UNKNOWN_KEY_ID, ALICE))).isEqualTo(401);
    }
    long intervals = Duration.between(start, Instant.now()).toSeconds() / INTERVAL_SECONDS + 1;

    assertThat(keyServer.fetches() - before).isLessThanOrEqualTo((int) intervals);
  }

  private void assertStrangerGetsNothing(String path) throws Exception {
    assertThat(hop.get(path, FIRST.good(ALICE)).statusCode()).isEqualTo(500);
    assertThat(stranger.calls()).isEmpty();
  }

  private static int statusOf(String token) throws Exception {
    return hop.get("/calls/start-up", token).statusCode();
  }

  private static void awaitStatus(int wanted, String token) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    while (statusOf(token) != wanted) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      Thread.sleep(100);
    }
  }

  private static void awaitFetches(int wanted) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    while (keyServer.fetches() < wanted) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      Thread.sleep(100);
    }
  }

  private static TokenForge forge(String id) {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyID(id)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      return new TokenForge(key, OwnHop.ISSUER, OwnHop.AUDIENCE);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
