package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.tests.fuzz.RawAnswer;
import dev.baton.tests.tokens.Bearer;
import dev.baton.tests.tokens.Hostile;
import dev.baton.tests.tokens.HostileTokens;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hundreds of credentials that nobody may accept, at the load balancer and at every server. */
@Tag("system")
@Timeout(300)
class HostileTokensIT {

  private static final LocalChain CHAIN = new LocalChain();
  private static final Bearer CAROL = new Bearer("carol", "clerk");
  private static final int AT_LEAST = 300;

  static Stream<Place> places() {
    return Place.of(CHAIN).stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void eachIsRefusedForItsOwnCause(Place place) throws IOException {
    try (ServerSocket stranger = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      List<Hostile> all =
          HostileTokens.of(CHAIN.forge(), CAROL, "http://127.0.0.1:" + stranger.getLocalPort());
      assertThat(all).hasSizeGreaterThan(AT_LEAST);
      assertAccepts(place);

      SoftAssertions softly = new SoftAssertions();
      all.forEach(one -> assertRefused(softly, place, one));
      softly.assertAll();

      assertAccepts(place);
      assertNobodyCame(stranger);
    }
  }

  /** Of a good token the scheme may have any case (RFC 9110 section 11.1). */
  private static void assertAccepts(Place place) {
    for (String scheme : List.of("Bearer ", "bearer ", "BEARER ", "Bearer   ")) {
      String token = CHAIN.forge().good(CAROL);
      RawAnswer answer = place.get("Authorization: " + scheme + token + "\r\n");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  private static void assertRefused(SoftAssertions softly, Place place, Hostile hostile) {
    RawAnswer answer = place.get(hostile.fields());
    String what = hostile.name() + " -> " + answer.text();

    softly.assertThat(answer.status()).as(what).isEqualTo(401);
    softly.assertThat(answer.problem().map(HostileTokensIT::statusIn)).as(what).contains(401);
    softly.assertThat(answer.tellsOfTheInside()).as(what).isFalse();
    softly.assertThat(answer.text()).as(what).doesNotContain("eyJ");
    // httpd joins fields of one name with a comma, as it may (RFC 9110 section 5.3)
    if (place.isBehind() || !hostile.cause().equals("ambiguous")) {
      softly.assertThat(detailIn(answer)).as(what).startsWith(hostile.cause() + ": ");
      softly.assertThat(isChallengeOf(hostile, answer)).as(what).isTrue();
    }
  }

  private static String detailIn(RawAnswer answer) {
    return answer.problem().map(problem -> problem.getString("detail")).orElse("");
  }

  private static int statusIn(JsonObject problem) {
    return problem.getInt("status");
  }

  /** RFC 6750 section 3.1: without a token no error is told. */
  private static boolean isChallengeOf(Hostile hostile, RawAnswer answer) {
    String challenge = answer.header("WWW-Authenticate");
    return challenge.startsWith("Bearer ")
        && challenge.contains("error=\"invalid_token\"") != hostile.cause().equals("missing");
  }

  private static void assertNobodyCame(ServerSocket stranger) throws IOException {
    stranger.setSoTimeout(100);
    assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(stranger::accept);
  }
}
