package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.kit.balance.CallSettings;
import dev.baton.kit.balance.Instances;
import dev.baton.kit.balance.InternalTls;
import dev.baton.kit.balance.NoAnswerException;
import dev.baton.kit.balance.ReadinessProbe;
import dev.baton.kit.problem.ProblemException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ForwarderTest {

  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String UNAVAILABLE =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\nConnection: close\r\nContent-Length: 4\r\n\r\nfull";
  private static final String NOT_STARTED =
      "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 31\r\n\r\nThe application is not started.";
  private static final String NOTHING = "";
  private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part";
  private static final byte[] SMALL = "{\"quantity\":1}".getBytes();
  private static final byte[] LARGE = new byte[200_000];

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final RawService good = opened(RawService.saying(RawService.OK));

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  @Test
  void requestReachesTheServiceAsItIs() throws IOException {
    Forwarder forwarder = forwarder(good.uri());

    assertThat(answer(forwarder, request("POST", SMALL))).isEqualTo("200 ok");
    assertThat(good.requests()).hasSize(1);
    assertThat(good.requests().get(0))
        .startsWith("POST /orders/1?x=%2f HTTP/1.1\n")
        .contains("X-Custom: yes\n")
        .contains("Content-Length: 14\n")
        .doesNotContain("User-Agent", "Accept-Encoding", "Upgrade", "Expect")
        .endsWith("{\"quantity\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST", "PATCH"})
  void whatWasNeverSentGoesToTheOther(String method) throws IOException {
    Forwarder forwarder = forwarder(RawService.nobody(), good.uri());

    for (int i = 0; i < 3; i++) {
      assertThat(answer(forwarder, request(method, SMALL))).isEqualTo("200 ok");
    }
  }

  @Test
  void streamedBodyThatWasNeverSentGoesToTheOther() throws IOException {
    Forwarder forwarder = forwarder(RawService.nobody(), good.uri());

    assertThat(answer(forwarder, request("POST", LARGE))).isEqualTo("200 ok");
    assertThat(good.requests().get(0)).contains("Content-Length: 200000\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
  void idempotentRequestWithoutAnswerGoesToTheOther(String method) throws IOException {
    RawService broken = opened(RawService.saying(NOTHING));

    Forwarder forwarder = forwarder(broken.uri(), good.uri());
    byte[] body = method.equals("PUT") ? SMALL : null;
    Stream.of(1, 2).forEach(i -> status(forwarder, request(method, body)));

    assertThat(broken.requests()).hasSize(1);
    assertThat(good.requests()).hasSize(2).allMatch(sent -> sent.startsWith(method));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH"})
  void otherRequestWithoutAnswerIsNeverRepeated(String method) {
    RawService broken = opened(RawService.saying(NOTHING));
    Forwarder forwarder = forwarder(broken.uri(), broken2().uri());

    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> forwarder.forward(request(method, SMALL)));
    assertThat(connectionsOfAll()).isEqualTo(1);
  }

  @Test
  void streamedBodyIsNeverRepeated() {
    RawService broken = opened(RawService.saying(NOTHING));
    Forwarder forwarder = forwarder(broken.uri(), broken2().uri());

    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> forwarder.forward(request("PUT", LARGE)));
    assertThat(connectionsOfAll()).isEqualTo(1);
  }

  @Test
  void answerThatBreaksOffBeforeTheUserSawItComesFromTheOther() throws IOException {
    RawService broken = opened(RawService.saying(HALF));
    Forwarder forwarder = forwarder(broken.uri(), good.uri());

    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(broken.requests()).hasSize(1);
  }

  @Test
  void instanceThatCannotServeIsFollowedByTheOther() throws IOException {
    RawService full = opened(RawService.saying(UNAVAILABLE));
    Forwarder forwarder = forwarder(full.uri(), good.uri());

    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(full.requests()).hasSize(1);
  }

  @Test
  void instanceWithoutItsApplicationIsFollowedByTheOther() throws IOException {
    RawService starting = opened(RawService.saying(NOT_STARTED));
    Forwarder forwarder = forwarder(starting.uri(), good.uri());

    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(answer(forwarder, request("POST", SMALL))).isEqualTo("200 ok");
    assertThat(starting.requests()).hasSize(1);
  }

  @Test
  void loneInstanceWithoutItsApplicationIsNoAnswer() {
    RawService starting = opened(RawService.saying(NOT_STARTED));

    assertThatThrownBy(() -> answer(forwarder(starting.uri()), request("POST", SMALL)))
        .isInstanceOf(NoAnswerException.class);
  }

  @Test
  void loneServiceThatCannotServeIsQuoted() throws IOException {
    RawService full = opened(RawService.saying(UNAVAILABLE));

    assertThat(answer(forwarder(full.uri()), request("GET", null))).isEqualTo("503 full");
    assertThat(answer(forwarder(full.uri()), request("POST", SMALL))).isEqualTo("503 full");
  }

  /** For longer than the budget of second tries lasts; the circuit stays closed. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void instanceThatCannotServeIsQuotedWhereTheOtherIsGone(String method) throws IOException {
    RawService full = opened(RawService.saying(UNAVAILABLE));
    Forwarder forwarder = forwarder(RawService.nobody(), full.uri());

    for (int i = 0; i < 1_000; i++) {
      assertThat(answer(forwarder, request(method, SMALL))).isEqualTo("503 full");
    }
  }

  @Test
  void silentInstanceIsFollowedByTheOtherWithinTheBudget() throws IOException {
    RawService silent = opened(RawService.silent());
    Forwarder forwarder = forwarder(silent.uri(), good.uri());
    long start = System.nanoTime();

    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 ok");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void serviceThatDoesNotAnswerIsNotAskedForAWhile() throws IOException {
    RawService broken = opened(RawService.saying(NOTHING));
    Forwarder forwarder = forwarder(broken.uri());
    for (int i = 0; i < 30; i++) {
      int tried = i;
      ProblemException failure =
          catchThrowableOfType(
              ProblemException.class, () -> forwarder.forward(request("POST", SMALL)));
      assertThat(failure.getResponse().getStatus()).as("try %d", tried).isEqualTo(503);
      assertThat(failure.getResponse().getHeaderString("Retry-After")).isEqualTo("1");
      assertThat(failure.detail()).doesNotContain("127.0.0.1", "service-a");
    }

    assertThat(broken.requests()).hasSize(10);
  }

  @Test
  void otherServicesAreAskedWhileOneDoesNotAnswer() throws IOException {
    RawService broken = opened(RawService.saying(NOTHING));
    variables.put("baton.service.b.instances", good.uri().toString());
    Forwarder forwarder = forwarder(broken.uri());
    for (int i = 0; i < 12; i++) {
      catchThrowableOfType(ProblemException.class, () -> forwarder.forward(request("POST", SMALL)));
    }

    OutboundRequest other =
        new OutboundRequest("GET", "service-b", "/stock/1", List.of(), RequestBody.none());
    assertThat(answer(forwarder, other)).isEqualTo("200 ok");
  }

  @Test
  void fullBulkheadRefusesAtOnce() throws Exception {
    RawService silent = opened(RawService.silent());
    variables.put("baton.bulkhead.size", "1");
    variables.put("baton.bulkhead.wait.ms", "10");
    Forwarder forwarder = forwarder(silent.uri());
    Thread first = new Thread(() -> status(forwarder, request("GET", null)));
    first.start();
    while (silent.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> forwarder.forward(request("GET", null)))
        .withMessage("The service has too much to do.");
    first.join();
  }

  @Test
  void uploadThatNobodyReadsIsGivenUp() {
    RawService deaf = opened(RawService.deaf());
    variables.put("baton.body.stall.ms", "400");
    Forwarder forwarder = forwarder(deaf.uri());
    byte[] huge = new byte[50_000_000];

    assertThatExceptionOfType(NoAnswerException.class)
        .isThrownBy(() -> forwarder.forward(request("POST", huge)));
  }

  @Test
  void serviceThatAnswersBeforeItHasReadAllIsHeard() throws IOException {
    RawService hasty =
        opened(RawService.hasty("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n"));
    variables.put("baton.body.stall.ms", "2000");
    byte[] huge = new byte[50_000_000];

    assertThat(answer(forwarder(hasty.uri()), request("POST", huge))).isEqualTo("409 ");
  }

  @Test
  void bodyOverTheLimitIsRefusedAndNoFaultOfTheService() throws IOException {
    RawService silent = opened(RawService.silent());
    variables.put("baton.body.max", "100000");
    Forwarder forwarder = forwarder(silent.uri());

    BodyRefusedException refusal =
        catchThrowableOfType(BodyRefusedException.class, () -> forwarder.forward(chunked(LARGE)));
    assertThat(refusal.status()).isEqualTo(413);
  }

  @Test
  void redirectIsPassedOnAndNotFollowed() throws IOException {
    RawService moved =
        opened(
            RawService.saying(
                "HTTP/1.1 302 Found\r\nLocation: "
                    + good.uri()
                    + "/x\r\nContent-Length: 0\r\n\r\n"));

    assertThat(answer(forwarder(moved.uri()), request("GET", null))).isEqualTo("302 ");
    assertThat(good.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 65_535, 65_536, 65_537, 200_000})
  void connectionServesTheNextRequestToo(int length) throws IOException {
    String body = "x".repeat(length);
    RawService kept =
        opened(
            RawService.keeping("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body));
    Forwarder forwarder = forwarder(kept.uri());

    for (int i = 0; i < 3; i++) {
      assertThat(answer(forwarder, request("GET", null))).isEqualTo("200 " + body);
    }
    assertThat(kept.connections()).isEqualTo(1);
  }

  @Test
  void packedAnswerIsPassedOnPacked() throws IOException {
    RawService packed =
        opened(
            RawService.saying(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nwhat"));

    assertThat(answer(forwarder(packed.uri()), request("GET", null))).isEqualTo("200 what");
  }

  @Test
  void largeAnswerOfUnknownLengthThatBreaksOffIsNoAnswer() {
    RawService broken = opened(RawService.saying(CHUNKED + chunk(3_000_000)));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> forwarder(broken.uri()).forward(request("POST", new byte[1])))
        .satisfies(e -> assertThat(e.getResponse().getStatus()).isEqualTo(503));
  }

  @Test
  void largeAnswerOfUnknownLengthIsGivenWithItsLength() throws IOException {
    RawService whole = opened(RawService.saying(CHUNKED + chunk(3_000_000) + "0\r\n\r\n"));
    ByteArrayOutputStream got = new ByteArrayOutputStream();

    try (Answer answer = forwarder(whole.uri()).forward(request("GET", null))) {
      assertThat(answer.length()).isEqualTo(3_000_000);
      answer.writeTo(got);
    }

    assertThat(got.size()).isEqualTo(3_000_000);
  }

  private static String chunk(int length) {
    return Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n";
  }

  @Test
  void largeAnswerThatBreaksOffIsToldApart() throws IOException {
    RawService broken =
        opened(
            RawService.saying(
                "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000)));
    try (Answer answer = forwarder(broken.uri()).forward(request("GET", null))) {
      assertThatExceptionOfType(BrokenAnswerException.class)
          .isThrownBy(() -> answer.writeTo(new ByteArrayOutputStream()));
    }
  }

  private RawService broken2() {
    return opened(RawService.saying(NOTHING));
  }

  private int connectionsOfAll() {
    return open.stream()
        .filter(RawService.class::isInstance)
        .mapToInt(service -> ((RawService) service).connections())
        .sum();
  }

  private OutboundRequest request(String method, byte[] body) {
    return request(method, body, body == null ? 0 : body.length);
  }

  private OutboundRequest chunked(byte[] body) {
    return request("POST", body, -1);
  }

  private OutboundRequest request(String method, byte[] body, long length) {
    List<Header> headers = List.of(new BasicHeader("X-Custom", "yes"));
    try {
      RequestBody read =
          body == null
              ? RequestBody.none()
              : RequestBody.read(
                  new ByteArrayInputStream(body),
                  length,
                  new BodyLimits(limit(), Duration.ofSeconds(10), 0));
      return new OutboundRequest(method, "service-a", "/orders/1?x=%2f", headers, read);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long limit() {
    return Long.parseLong(variables.getOrDefault("baton.body.max", "100000000"));
  }

  private static String answer(Forwarder forwarder, OutboundRequest request) throws IOException {
    try (Answer answer = forwarder.forward(request)) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      answer.writeTo(body);
      return answer.status() + " " + body;
    }
  }

  private static int status(Forwarder forwarder, OutboundRequest request) {
    try (Answer answer = forwarder.forward(request)) {
      return answer.status();
    } catch (IOException | ProblemException e) {
      return 0;
    }
  }

  private Forwarder forwarder(URI... instances) {
    variables.put(
        "baton.service.a.instances",
        Stream.of(instances).map(URI::toString).collect(Collectors.joining(",")));
    variables.putIfAbsent("baton.service.b.instances", "http://127.0.0.1:1");
    variables.putIfAbsent("baton.service.c.instances", "http://127.0.0.1:1");
    SmallRyeConfig config = new SmallRyeConfigBuilder().withDefaultValues(variables).build();
    CallSettings calls = new CallSettings(250, 500, 3000, 60_000, 10);
    GatewaySettings settings = new GatewaySettings(config);
    InternalTls tls = new InternalTls("off");
    Engine engine = new Engine(calls, settings, tls);
    open.add(engine::close);
    Instances known = new Instances(config, calls, new ReadinessProbe(calls, tls));
    return new Forwarder(engine, known, calls, settings, new RouteTable(settings, known));
  }

  private RawService opened(RawService service) {
    open.add(service);
    return service;
  }
}
