package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Fingerprint;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.gateway.OwnServer;
import dev.baton.tests.pressure.Crowd;
import dev.baton.tests.pressure.Relay;
import dev.baton.tests.pressure.Tally;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a slow service does to those who need it and to those who do not (promise 10): a gateway and
 * a service B of the test's own, and before the chain's service C two relays.
 */
@Tag("system")
@Timeout(300)
class SlowDependencyIT {

  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofSeconds(3);
  private static final Duration STEP =
      Duration.ofSeconds(Boolean.getBoolean("baton.long") ? 60 : 4);
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration FLOOR = Duration.ofMillis(100);
  private static final int USERS = 20;
  private static final int PER_SECOND = 20;

  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Duration INSIDE = LEEWAY.minusSeconds(15);
  private static final Duration OUTSIDE = LEEWAY.plusSeconds(15);
  private static final Bearer BUYER = new Bearer("mid-chain", "customer");
  private static final String SKU = "SKU-0001";
  private static final long ORDER =
      900_000_000_000L + ThreadLocalRandom.current().nextInt(1_000_000_000);

  private static final LocalChain CHAIN = new LocalChain();

  @TempDir private static Path directory;

  private static Relay first;
  private static Relay second;
  private static OwnServer stock;
  private static OwnServer gateway;

  @BeforeAll
  static void start() {
    first = new Relay(base(Hop.Kind.PRICES));
    second = new Relay(base(Hop.Kind.PRICES));
    stock =
        new OwnServer(
            "service-b",
            CHAIN.forge(),
            directory.resolve("b"),
            Map.of(
                "BATON_DB_KIND",
                "derby-embedded",
                "BATON_SAMPLE_DATA",
                "true",
                "BATON_CLOCK_SKEW",
                LEEWAY.toSeconds() + "s",
                "BATON_HOLD_SECONDS",
                "4",
                "BATON_ROUND_SECONDS",
                "1",
                "BATON_SERVICE_C_INSTANCES",
                first.uri() + "," + second.uri()));
    gateway =
        new OwnServer(
            "gateway",
            CHAIN.forge(),
            directory.resolve("gateway"),
            Map.of(
                "BATON_SERVICE_A_INSTANCES", base(Hop.Kind.ORDERS).toString(),
                "BATON_SERVICE_B_INSTANCES", stock.uri().toString(),
                "BATON_SERVICE_C_INSTANCES", base(Hop.Kind.PRICES).toString(),
                "BATON_CLOCK_SKEW", LEEWAY.toSeconds() + "s"));
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    stock.close();
    first.close();
    second.close();
  }

  private static URI base(Hop.Kind kind) {
    return hop(kind).base();
  }

  private static Hop hop(Hop.Kind kind) {
    return CHAIN.any(kind);
  }

  @Test
  void whoNeedsItKnowsSoonAndNobodyElseIsHindered() {
    try (Crowd slow = crowd("/api/stock/SKU-0000");
        Crowd prices = crowd("/api/prices/SKU-0000");
        Crowd orders = crowd("/api/orders/1")) {
      List.of(slow, prices, orders).forEach(SlowDependencyIT::awaitGood);
      Tally pricesBefore = prices.at(PER_SECOND, STEP);
      Tally ordersBefore = orders.at(PER_SECOND, STEP);

      int callsBefore = calls();
      delay(SLOW);
      CompletableFuture<Tally> pricesBeside =
          CompletableFuture.supplyAsync(() -> prices.at(PER_SECOND, STEP));
      CompletableFuture<Tally> ordersBeside =
          CompletableFuture.supplyAsync(() -> orders.at(PER_SECOND, STEP));
      Tally late = slow.at(PER_SECOND, STEP);

      assertThat(late.failures()).as(late.toString()).isEmpty();
      assertThat(late.sentAway()).as(late.toString()).isPositive();
      assertThat(late.slowestGood()).isLessThan(MOST);
      assertThat(late.slowestSentAway()).isLessThan(MOST);
      assertThat(calls() - callsBefore).isLessThanOrEqualTo(late.samples().size() * 3 / 2);
      assertUnhindered(pricesBefore, pricesBeside.join());
      assertUnhindered(ordersBefore, ordersBeside.join());

      delay(Duration.ZERO);
      awaitGood(slow);
    }
  }

  /**
   * The negative control: without B's bounds one waits as long as the relay does, and is counted.
   */
  @Test
  void theRelayIsSlowAndCounts() {
    int before = calls();
    delay(SLOW);
    try (Crowd unprotected = crowd(first.uri(), "/prices/SKU-0000")) {
      Tally tally = unprotected.at(USERS, Duration.ofSeconds(1));
      assertThat(tally.failures()).isEmpty();
      assertThat(tally.slowestGood()).isGreaterThanOrEqualTo(SLOW);
      assertThat(calls() - before).isEqualTo(tally.samples().size());
    } finally {
      delay(Duration.ZERO);
    }
  }

  /** Promise 12: what is inside the leeway is verified, what is outside is not. */
  @Test
  void theLeewayIsTheSameOnBothSidesOfIt() {
    Bearer petra = new Bearer("petra", "pricing");
    Instant now = Instant.now();
    for (OwnServer server : List.of(gateway, stock)) {
      URI resource = server.uri().resolve((server == gateway ? "/api" : "") + "/stock/" + SKU);
      assertThat(status(resource, now.minusSeconds(60), now.minus(INSIDE), petra)).isEqualTo(403);
      assertThat(status(resource, now.minusSeconds(60), now.minus(OUTSIDE), petra)).isEqualTo(401);
      assertThat(status(resource, now.plus(INSIDE), now.plusSeconds(60), petra)).isEqualTo(403);
      assertThat(status(resource, now.plus(OUTSIDE), now.plusSeconds(60), petra)).isEqualTo(401);
    }
  }

  private static int status(URI resource, Instant start, Instant end, Bearer bearer) {
    return CHAIN.web().get(resource, CHAIN.forge().between(start, end, bearer)).status();
  }

  /**
   * For B, which has a leeway, the token is still good, for C it is not: as when it ends on its
   * way. What B has begun is then as if it never was, and the same again with another token is
   * done.
   */
  @Test
  void aTokenThatEndsInMidChainIsRefusedWhereItEndedAndLeavesNothingHalfDone() {
    long before = available();
    Instant end = Instant.now().minus(INSIDE);
    String ended = CHAIN.forge().between(end.minusSeconds(60), end, BUYER);

    Answer answer = hold(ended);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("expired: ");
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    assertThat(hasCRefused(ended)).isTrue();
    awaitAvailable(before);

    assertThat(hold(CHAIN.forge().good(BUYER)).status()).isEqualTo(200);
    assertThat(available()).isEqualTo(before - 1);
    assertThat(release()).isEqualTo(204);
    assertThat(available()).isEqualTo(before);
  }

  private static boolean hasCRefused(String token) {
    Hop prices = hop(Hop.Kind.PRICES);
    return CHAIN.auditOf(prices).stream()
        .filter(line -> line.getString("token", "").equals(Fingerprint.of(token)))
        .anyMatch(line -> line.getString("cause", "").equals("expired"));
  }

  private static Answer hold(String token) {
    return answered(
        () ->
            CHAIN
                .web()
                .send(
                    "PUT",
                    reservation(),
                    token,
                    Map.of("Content-Type", "application/json"),
                    BodyPublishers.ofString("{\"quantity\":1}")));
  }

  /** As a client does it: what is 503 is sent again. */
  private static Answer answered(Supplier<Answer> call) {
    Instant end = Instant.now().plus(RECOVERY);
    Answer answer = call.get();
    while (answer.status() == 503 && Instant.now().isBefore(end)) {
      sleep(FLOOR);
      answer = call.get();
    }
    return answer;
  }

  private static int release() {
    String token = CHAIN.forge().good(BUYER);
    return CHAIN
        .web()
        .send("DELETE", reservation(), token, Map.of(), BodyPublishers.noBody())
        .status();
  }

  private static URI reservation() {
    return stock.uri().resolve("/stock/" + SKU + "/reservations/" + ORDER);
  }

  private static long available() {
    String token = CHAIN.forge().good(new Bearer("carol", "clerk"));
    Answer answer = answered(() -> CHAIN.web().get(stock.uri().resolve("/stock/" + SKU), token));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonNumber("available").longValueExact();
  }

  private static void awaitAvailable(long expected) {
    Instant end = Instant.now().plus(RECOVERY);
    while (available() != expected && Instant.now().isBefore(end)) {
      sleep(FLOOR);
    }
    assertThat(available()).isEqualTo(expected);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(Math.max(0, time.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** B waits 600 ms for C: a route that waited behind that one would take as long. */
  private static void assertUnhindered(Tally before, Tally beside) {
    String what = "before %s; beside %s".formatted(before, beside);
    Duration base = before.mostGood().compareTo(FLOOR) < 0 ? FLOOR : before.mostGood();
    assertThat(beside.failures()).as(what).isEmpty();
    assertThat(beside.sentAway()).as(what).isZero();
    assertThat(beside.mostGood()).as(what).isLessThan(base.multipliedBy(2));
  }

  private static void awaitGood(Crowd crowd) {
    Instant end = Instant.now().plus(RECOVERY);
    Tally tally = crowd.at(PER_SECOND, Duration.ofSeconds(2));
    while (tally.sentAway() > 0 && Instant.now().isBefore(end)) {
      tally = crowd.at(PER_SECOND, Duration.ofSeconds(2));
    }
    assertThat(tally.failures()).isEmpty();
    assertThat(tally.sentAway()).as("sent away while nothing is slow").isZero();
  }

  private static void delay(Duration time) {
    first.delay(time);
    second.delay(time);
  }

  private static int calls() {
    return first.calls() + second.calls();
  }

  private static Crowd crowd(String path) {
    return crowd(gateway.uri(), path);
  }

  private static Crowd crowd(URI server, String path) {
    return new Crowd(
        SocketFactory.getDefault(),
        server.resolve(path),
        IntStream.range(0, USERS)
            .mapToObj(i -> CHAIN.forge().good(new Bearer("clerk-" + i, "clerk")))
            .toList());
  }
}
