package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.requests.Exchange;
import dev.baton.tests.requests.Finding;
import dev.baton.tests.requests.HostileRequest;
import dev.baton.tests.requests.HostileRequests;
import dev.baton.tests.requests.HostileStreams;
import dev.baton.tests.tokens.Bearer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are wrong around a good token, at the load balancer and at every server. {@code
 * FindingTest} shows that each fault would be found.
 */
@Tag("system")
@Timeout(300)
class HostileRequestsIT {

  private static final LocalChain CHAIN = new LocalChain();
  private static final Bearer CAROL = new Bearer("carol", "clerk", "warehouse", "pricing");
  private static final int AT_LEAST = 150;
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(8);

  @AfterAll
  static void stop() {
    THREADS.shutdown();
  }

  static Stream<Place> places() {
    return Place.of(CHAIN).stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void noneIsTakenForAnotherAndNoneBreaksAnything(Place place) {
    long start = System.currentTimeMillis();
    List<HostileRequest> all = HostileRequests.of(place.path(), CHAIN.forge().good(CAROL));
    assertThat(all).hasSizeGreaterThan(AT_LEAST);
    assertAnswers(place);

    assertThat(findings(place, all, one -> place.exchange(one.text(), place.patience()))).isEmpty();
    assertAnswers(place);
    assertThat(dumps(place)).as("dumps hold what came, with the token").doesNotExist();
  }

  @Test
  void overHttp2NoneIsTakenForAnotherAndNoneBreaksAnything() {
    Place front = places().findFirst().orElseThrow();
    String token = CHAIN.forge().good(CAROL);
    assertThat(overHttp2(front, HostileStreams.good(front.path(), token)).statuses())
        .containsExactly(200);

    List<HostileRequest> all = HostileStreams.of(front.path(), token);
    assertThat(all).hasSizeGreaterThan(80);
    assertThat(findings(front, all, one -> overHttp2(front, one.text()))).isEmpty();
  }

  private static Exchange overHttp2(Place front, String text) {
    SSLSocketFactory sockets = (SSLSocketFactory) front.wire().sockets();
    return HostileStreams.exchange(sockets, front.wire().server(), text, front.patience());
  }

  /** What is taken for a second request, where it is, is nobody else's: it needs its own token. */
  @ParameterizedTest
  @MethodSource("places")
  void whatFollowsOnAConnectionBringsItsOwnToken(Place place) {
    assertThat(statuses(place, good(place) + good(place))).containsExactly(200, 200);
    assertThat(statuses(place, good(place) + bare(place))).containsExactly(200, 401);
    String spoilt = good(place).replace("Host:", "Content-Length: none\r\nHost:");
    assertThat(statuses(place, spoilt + bare(place)))
        .filteredOn(status -> status == 200)
        .hasSizeLessThan(2);
  }

  private static List<Integer> statuses(Place place, String requests) {
    return place.exchange(requests, place.patience()).statuses();
  }

  private static String good(Place place) {
    String token = CHAIN.forge().good(CAROL);
    return bare(place).replace("\r\n\r\n", "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
  }

  private static String bare(Place place) {
    return "GET " + place.path() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static List<String> findings(
      Place place, List<HostileRequest> all, Function<HostileRequest, Exchange> way) {
    List<CompletableFuture<List<String>>> running =
        all.stream()
            .map(one -> CompletableFuture.supplyAsync(() -> findings(place, one, way), THREADS))
            .toList();
    return running.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
  }

  private static List<String> findings(
      Place place, HostileRequest request, Function<HostileRequest, Exchange> way) {
    Exchange exchange = way.apply(request);
    List<String> findings = Finding.in(exchange, request, !place.isBehind());
    assertAnswers(place);
    return findings.stream().map(one -> request + ": " + one + " -> " + exchange).toList();
  }

  /** Whoever comes on another connection has his answer. */
  private static void assertAnswers(Place place) {
    String token = CHAIN.forge().good(CAROL);
    assertThat(place.get("Authorization: Bearer " + token + "\r\n").status()).isEqualTo(200);
  }

  private static Path dumps(Place place) {
    return CHAIN.home().resolve(".baton/logs").resolve(place.name()).resolve("ffdc");
  }
}
