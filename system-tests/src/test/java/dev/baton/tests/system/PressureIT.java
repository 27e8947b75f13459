package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.Balancer;
import dev.baton.tests.balancer.Tls;
import dev.baton.tests.pressure.Crowd;
import dev.baton.tests.pressure.SlowClient;
import dev.baton.tests.pressure.SlowClient.Manner;
import dev.baton.tests.pressure.StatusServer;
import dev.baton.tests.pressure.Tally;
import dev.baton.tests.tokens.Bearer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What many and slow clients do to the others, at the load balancer (promises 18 and 19). Bounds go
 * by what the same machine did a moment before.
 */
@Tag("system")
@Timeout(900)
class PressureIT {

  private static final boolean IS_LONG = Boolean.getBoolean("baton.long");
  private static final Duration STEP = Duration.ofSeconds(IS_LONG ? 10 : 3);
  private static final Duration SLOWNESS = Duration.ofSeconds(IS_LONG ? 60 : 10);
  private static final int SLOW_OF_EACH = IS_LONG ? 70 : 40;
  private static final int STORM = IS_LONG ? 2000 : 500;
  private static final int STORM_MILLIS = 5_000;
  private static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(60);
  private static final Duration UNTIL_CUT = Duration.ofSeconds(75);
  private static final Duration UNTIL_CUT_SOON = Duration.ofSeconds(16);
  private static final Duration FLOOR = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int FEW = 20;
  private static final int FEW_PER_SECOND = 40;
  private static final String ORDER = "/api/orders/1";

  private final LocalChain chain = new LocalChain();
  private final URI front = chain.loadBalancer();
  private final SSLSocketFactory sockets = (SSLSocketFactory) chain.web().sockets(front);

  /** The negative control is an httpd without bounds, which holds the same clients all the time. */
  @Test
  void slowClientsTakeNothingFromOthersAndAreCut(@TempDir Path directory) throws IOException {
    Tls tls = Tls.selfSigned(directory);
    List<SlowClient> slow = new ArrayList<>();
    List<SlowClient> elsewhere = new ArrayList<>();
    try (Crowd good = crowd(FEW);
        StatusServer gateway = new StatusServer(200);
        Balancer waiting = Balancer.waiting(tls, gateway.url())) {
      good.at(FEW_PER_SECOND, STEP);
      Tally alone = good.at(FEW_PER_SECOND, SLOWNESS);
      for (Manner manner : Manner.values()) {
        slow.addAll(SlowClient.begin(SLOW_OF_EACH, manner, sockets, front, start(manner)));
      }
      for (Manner manner : List.of(Manner.HEADERS, Manner.BODY)) {
        SSLSocketFactory trust = tls.context().getSocketFactory();
        elsewhere.addAll(SlowClient.begin(1, manner, trust, waiting.users(), start(manner)));
      }
      sleep(SECOND);
      Tally beside = good.at(FEW_PER_SECOND, SLOWNESS);
      String what = "alone: %s; beside: %s".formatted(alone, beside);

      assertThat(beside.failures()).as(what).isEmpty();
      assertThat(beside.sentAway()).as(what).isZero();
      assertThat(beside.mostGood()).as(what).isLessThan(atLeast(alone.mostGood()).multipliedBy(2));
      assertThat(beside.slowestGood()).as(what).isLessThan(SECOND);
      assertThat(slow).filteredOn(PressureIT::isAwaited).allSatisfy(PressureIT::assertCut);
      assertThat(elsewhere).allSatisfy(one -> assertThat(one.heldFor(Duration.ZERO)).isNegative());
    } finally {
      closeAll(slow);
      closeAll(elsewhere);
    }
  }

  /**
   * Who does not read is held twice httpd's Timeout: a minute, which the short form does not wait.
   */
  private static boolean isAwaited(SlowClient one) {
    return IS_LONG || one.manner() != Manner.READING;
  }

  private static void assertCut(SlowClient one) {
    Duration most = one.manner() == Manner.READING ? UNTIL_CUT : UNTIL_CUT_SOON;
    assertThat(one.heldFor(UNTIL_CUT)).as(one.manner().name()).isBetween(Duration.ZERO, most);
  }

  /** The negative control of every count above. */
  @Test
  void aServerThatFailsIsNoticed() {
    for (int status : List.of(500, 502, 503)) {
      try (StatusServer failing = new StatusServer(status);
          Crowd few =
              new Crowd(SocketFactory.getDefault(), failing.url().resolve(ORDER), tokens(2))) {
        Tally tally = few.at(FEW_PER_SECOND, SECOND);
        assertThat(tally.failures()).hasSameSizeAs(tally.samples()).isNotEmpty();
        assertThat(tally.goodput()).isZero();
      }
    }
  }

  private static void closeAll(List<SlowClient> slow) throws IOException {
    for (SlowClient one : slow) {
      one.close();
    }
  }

  private String start(Manner manner) {
    String fields = "Host: localhost\r\nAuthorization: Bearer %s\r\n".formatted(tokens(1).get(0));
    return switch (manner) {
      case HEADERS -> "GET " + ORDER + " HTTP/1.1\r\n" + fields + "X-Slow: ";
      case BODY ->
          "POST /api/orders HTTP/1.1\r\n"
              + fields
              + "Idempotency-Key: slow\r\nContent-Type: application/json\r\n"
              + "Content-Length: 5000\r\n\r\n{";
      // The answer, which httpd makes itself, is as long as the path.
      case READING -> "GET /" + "x".repeat(7_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    };
  }

  @Test
  void aStormOfConnectionsIsForgottenAfterAMinute() throws IOException {
    List<Socket> storm = new ArrayList<>();
    try (Crowd good = crowd(FEW)) {
      good.at(FEW_PER_SECOND, STEP);
      long before = descriptors();
      storm.addAll(storm());
      long within = descriptors();
      Tally beside = good.at(FEW_PER_SECOND, STEP);

      assertThat(within).isGreaterThan(before + STORM / 3);
      assertThat(beside.failures()).isEmpty();
      assertThat(beside.sentAway()).isZero();
      assertThat(beside.slowestGood()).isLessThan(SECOND);
      awaitDescriptors(before + FEW);
    } finally {
      for (Socket socket : storm) {
        socket.close();
      }
    }
  }

  private List<Socket> storm() throws IOException {
    List<Socket> storm = new ArrayList<>();
    Instant start = Instant.now();
    for (int i = 0; i < STORM; i++) {
      sleepUntil(start.plusMillis((long) i * STORM_MILLIS / STORM));
      storm.add(one(i % 3));
    }
    return storm;
  }

  /** Says nothing at all, or nothing after the handshake, or asks without a token. */
  private Socket one(int kind) throws IOException {
    if (kind == 0) {
      return SocketFactory.getDefault().createSocket(front.getHost(), front.getPort());
    }
    SSLSocket socket = (SSLSocket) sockets.createSocket(front.getHost(), front.getPort());
    socket.startHandshake();
    if (kind == 1) {
      return socket;
    }
    socket
        .getOutputStream()
        .write(("GET " + ORDER + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
    return socket;
  }

  /** The connections of load balancer and gateways; processes of one server share some. */
  private long descriptors() {
    Stream<ProcessHandle> parents =
        Stream.of("httpd", "haproxy", "gateway-1", "gateway-2").map(chain::process);
    return parents
        .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
        .flatMap(PressureIT::sockets)
        .distinct()
        .count();
  }

  private static Stream<Path> sockets(ProcessHandle process) {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return all.flatMap(PressureIT::target).filter(PressureIT::isSocket).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** None where the descriptor was closed meanwhile. */
  private static Stream<Path> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean isSocket(Path target) {
    return target.toString().startsWith("socket:");
  }

  private void awaitDescriptors(long most) {
    Instant end = Instant.now().plus(UNTIL_FORGOTTEN);
    long now = descriptors();
    while (now > most && Instant.now().isBefore(end)) {
      sleep(SECOND);
      now = descriptors();
    }
    assertThat(now).as("descriptors after a minute").isLessThanOrEqualTo(most);
  }

  private Crowd crowd(int size) {
    return new Crowd(sockets, front.resolve(ORDER), tokens(size));
  }

  private List<String> tokens(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> chain.forge().good(new Bearer("clerk-" + i, "clerk")))
        .toList();
  }

  private static Duration atLeast(Duration time) {
    return time.compareTo(FLOOR) < 0 ? FLOOR : time;
  }

  private static void sleepUntil(Instant time) {
    sleep(Duration.between(Instant.now(), time));
  }

  private static void sleep(Duration time) {
    if (time.isNegative()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
