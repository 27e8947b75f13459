package dev.baton.tests.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTParser;
import dev.baton.tests.tokens.Bearer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("system")
@Timeout(180)
class GatewayIT {

  private static final long HUGE = 300L * 1024 * 1024;
  private static final long LIMIT = HUGE + 1;

  /**
   * In a minute: more than what any one subject of these tests asks for, but for the greedy one.
   */
  private static final int RATE = 400;

  @TempDir static Path directory;

  private static DumbService service;
  private static DumbService other;
  private static OwnServer gateway;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String alice = gateway.forge().good(new Bearer("alice", "customer"));

  @BeforeAll
  static void start() {
    service = new DumbService();
    other = new DumbService();
    gateway =
        OwnServer.gateway(
            directory,
            Map.of(
                "BATON_SERVICE_A_INSTANCES",
                service.uri() + ",http://127.0.0.1:1",
                "BATON_SERVICE_B_INSTANCES",
                other.uri().toString(),
                "BATON_BULKHEAD_SIZE",
                "20",
                "BATON_HOPS_VISIBILITY",
                "operator",
                "BATON_BODY_MAX",
                Long.toString(LIMIT),
                "BATON_CORS_ORIGINS",
                "https://shop.example",
                "BATON_RATE_WINDOW",
                "3600",
                "BATON_RATE_SUBJECT",
                Integer.toString(RATE),
                "BATON_RATE_ADDRESS",
                Integer.toString(RATE)));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.close();
    other.close();
  }

  @Test
  void uploadOf300MegabytesPassesA256MegabyteHeap() throws Exception {
    HttpResponse<String> answer = send(post("upload", sized(HUGE)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(HUGE + " " + checksum(HUGE));
  }

  @Test
  void chunkedUploadOf300MegabytesPassesToo() throws Exception {
    HttpResponse<String> answer = send(post("upload", chunked(HUGE)));

    assertThat(answer.body()).isEqualTo(HUGE + " " + checksum(HUGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"download", "chunked"})
  void downloadOf300MegabytesPassesA256MegabyteHeap(String manner) throws Exception {
    HttpResponse<InputStream> answer =
        client.send(get(manner + "/" + HUGE).build(), BodyHandlers.ofInputStream());
    CRC32 sum = new CRC32();
    long length = 0;
    byte[] buffer = new byte[65_536];
    try (InputStream body = answer.body()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        sum.update(buffer, 0, read);
        length += read;
      }
    }

    assertThat(length + " " + sum.getValue()).isEqualTo(HUGE + " " + checksum(HUGE));
  }

  @Test
  void bodyOverTheLimitIs413BeforeItIsRead() throws Exception {
    String head = "POST /api/orders/upload HTTP/1.1\r\nHost: gw\r\nContent-Length: " + (LIMIT + 1);

    assertThat(raw(head + "\r\nAuthorization: " + token() + "\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json");
  }

  @Test
  void largeAnswerThatBreaksOffIsNoWholeAnswer() {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(get("broken")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: gw\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Host: gw\r\nTransfer-Encoding: gzip, chunked",
        "Host: gw\r\nHost: other\r\nContent-Length: 0",
        "Host: a b\r\nContent-Length: 0",
        "Content-Length: 0"
      })
  void whatCouldBeReadInTwoWaysIsABadRequest(String headers) throws IOException {
    String answer =
        raw(
            "POST /api/orders/upload HTTP/1.1\r\nAuthorization: "
                + token()
                + "\r\n"
                + headers
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 304, 400, 401, 403, 404, 405, 406, 409, 412, 422, 428, 429, 500})
  void statusOfTheServiceComesThroughWithItsHeaders(int status) throws Exception {
    HttpResponse<String> answer = send(get("status/" + status));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Retry-After")).containsExactly("7");
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"service\"");
  }

  @Test
  void answerTellsPublicAddressesAndNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = send(get("created"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location")).contains("/api/orders/17");
    assertThat(answer.headers().firstValue("Link"))
        .contains("</api/orders?after=17>; rel=\"next\"");
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(answer.headers().map())
        .doesNotContainKeys("Server", "X-Powered-By", "Set-Cookie", "Server-Timing");
  }

  @Test
  void hopsAreToldToAnOperator() throws Exception {
    String token = gateway.forge().good(new Bearer("olga", "operator"));
    HttpRequest request = get("1").setHeader("Authorization", "Bearer " + token).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("Server-Timing").orElse(""))
        .matches(
            "gateway\\.verify;dur=[0-9.]+;desc=\"[0-9a-f]{16}\", gateway\\.call;dur=[0-9.]+, "
                + "gateway\\.total;dur=[0-9.]+, service-a\\.total;dur=1\\.000");
  }

  @Test
  void nobodyBecomesAnotherByAHeader() throws IOException {
    raw(
        "GET /api/orders/1 HTTP/1.1\r\nHost: gw.example\r\nAuthorization: "
            + token()
            + "\r\nConnection: close, X-Secret\r\nX-Secret: 1\r\nTE: trailers\r\n$WSRU: admin\r\n"
            + "X-Remote-User: admin\r\nX_USER_ID: admin\r\nSSL_CLIENT_S_DN: admin\r\n"
            + "X-Original-URL: /orders/2\r\nCookie: LtpaToken2=x\r\nForwarded: for=6.6.6.6\r\n"
            + "X-Forwarded-For: 6.6.6.6, 203.0.113.5\r\nX-Forwarded-Proto: https\r\n"
            + "X-Request-Id: <script>\r\nX-Custom: kept\r\n\r\n");
    Map<String, List<String>> seen = service.lastHeaders();

    assertThat(seen)
        .containsEntry("x-custom", List.of("kept"))
        .containsEntry("authorization", List.of(token()))
        .containsEntry("x-forwarded-for", List.of("203.0.113.5"))
        .containsEntry("x-forwarded-host", List.of("gw.example"))
        .containsEntry("forwarded", List.of("for=203.0.113.5;proto=https;host=\"gw.example\""))
        .doesNotContainKeys(
            "x-secret", "te", "$wsru", "x-remote-user", "x_user_id", "ssl_client_s_dn")
        .doesNotContainKeys("x-original-url", "cookie");
    assertThat(seen.get("x-request-id").get(0)).matches("[0-9a-f]{32}");
    assertThat(seen.get("traceparent").get(0)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void tracesAndNamesOfTheCallerGoThroughAndBack() throws Exception {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    HttpResponse<String> answer =
        send(get("1").header("traceparent", trace).header("X-Request-Id", "mine-1"));

    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("mine-1");
    assertThat(service.lastHeaders())
        .containsEntry("traceparent", List.of(trace))
        .containsEntry("x-request-id", List.of("mine-1"));
  }

  @Test
  void refusalsOfTheTokenGuardHaveANameAndATraceToo() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("1")).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.body()).containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders/1, 200",
    "/api/orders/%31, 200",
    "/nothing, 404",
    "/orders/1, 404",
    "/api/stock/S/reservations/1, 404",
    "/api/orders/../stock/1, 400",
    "/api/orders/%2e%2e/1, 400",
    "/api//orders/1, 400",
    "/api/orders/1%2f2, 400",
    "/api/orders/1%5c2, 400",
    "/api/orders/1;v=2, 400",
    "/api/orders/%252e, 400"
  })
  void pathsAreReadInOneWayOnly(String path, int status) throws IOException {
    String answer =
        raw(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: gw\r\nConnection: close\r\nAuthorization: "
                + token()
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("$WSEP");
    assertThat(answer.contains("application/problem+json")).isEqualTo(status != 200);
  }

  /** The container asks no filter for the target that is a star: the token guard neither. */
  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "GET", "POST"})
  void aStarIsNoPath(String method) throws IOException {
    String answer =
        raw(
            method
                + " * HTTP/1.1\r\nHost: gw\r\nConnection: close\r\nAuthorization: "
                + token()
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  @Test
  void traceIsNotAllowed() throws IOException {
    String answer =
        raw("TRACE /api/orders/1 HTTP/1.1\r\nHost: gw\r\nAuthorization: " + token() + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: ", "application/problem+json");
  }

  @Test
  void whoLogsOutIsLetInNoMore() throws Exception {
    String bob = "Bearer " + gateway.forge().good(new Bearer("bob", "customer"));
    String again = "Bearer " + gateway.forge().good(new Bearer("bob", "customer"));
    assertThat(send(get("1").setHeader("Authorization", bob)).statusCode()).isEqualTo(200);

    assertThat(logout("GET", bob).statusCode()).isEqualTo(405);
    assertThat(logout("POST", bob).statusCode()).isEqualTo(204);

    HttpResponse<String> refused = send(get("1").setHeader("Authorization", bob));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error_description=\"revoked: ");
    assertThat(send(get("1").setHeader("Authorization", again)).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> logout(String method, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.uri().resolve("/api/logout"))
            .header("Authorization", authorization)
            .method(method, BodyPublishers.noBody());
    return send(request);
  }

  @Test
  void onlyAnOperatorEndsAnothersToken() throws Exception {
    String bob = gateway.forge().good(new Bearer("bob", "customer"));
    String operator = "Bearer " + gateway.forge().good(new Bearer("olga", "operator"));
    String id = JWTParser.parse(bob).getJWTClaimsSet().getJWTID();

    assertThat(end(id, token()).statusCode()).isEqualTo(403);
    assertThat(end("", operator).statusCode()).isEqualTo(404);
    assertThat(end("x".repeat(256), operator).statusCode()).isEqualTo(400);
    assertThat(send(get("1").setHeader("Authorization", "Bearer " + bob)).statusCode())
        .isEqualTo(200);
    assertThat(end(id, operator).statusCode()).isEqualTo(204);
    assertThat(send(get("1").setHeader("Authorization", "Bearer " + bob)).statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> end(String id, String authorization) throws Exception {
    URI uri = gateway.uri().resolve("/ops/tokens/" + id);
    return send(HttpRequest.newBuilder(uri).header("Authorization", authorization).DELETE());
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
    String greedy = "Bearer " + gateway.forge().good(new Bearer("greedy", "customer"));
    HttpResponse<String> answer = send(get("1").setHeader("Authorization", greedy));
    assertThat(answer.headers().firstValue("RateLimit-Policy"))
        .contains("\"subject\";q=" + RATE + ";w=3600");
    assertThat(answer.headers().firstValue("RateLimit").orElse(""))
        .startsWith("\"subject\";r=" + (RATE - 1));

    for (int i = 0; i < 2 * RATE && answer.statusCode() == 200; i++) {
      answer = send(get("1").setHeader("Authorization", greedy));
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(answer.headers().firstValue("RateLimit").orElse("")).contains(";r=0;");
    assertThat(send(get("1")).statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsRefusedTooOftenIsToldWhenToComeBack() throws Exception {
    HttpResponse<String> answer = from("203.0.113.9", "Bearer none");
    assertThat(answer.statusCode()).isEqualTo(401);

    for (int i = 0; i < 2 * RATE && answer.statusCode() == 401; i++) {
      answer = from("203.0.113.9", "Bearer none");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).contains("\"address\"");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(from("203.0.113.9", token()).statusCode()).isEqualTo(200);
    assertThat(from("203.0.113.10", "Bearer none").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> from(String address, String authorization) throws Exception {
    return send(
        get("1").header("X-Forwarded-For", address).setHeader("Authorization", authorization));
  }

  @Test
  void aPageOfAnAllowedOriginMayAskWithoutAToken() throws Exception {
    HttpResponse<String> preflight = preflight("https://shop.example");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://shop.example");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization");
    assertThat(preflight.headers().allValues("Vary")).contains("Origin");

    HttpResponse<String> answer = send(get("created").header("Origin", "https://shop.example"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("https://shop.example");
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("Location");
    assertThat(answer.headers().map()).doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://shop.example"})
  void aPageOfAnotherOriginMayNot(String origin) throws Exception {
    HttpResponse<String> preflight = preflight(origin);
    assertThat(preflight.statusCode()).isEqualTo(403);
    assertThat(preflight.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");

    HttpResponse<String> answer = send(get("created").header("Origin", origin));
    assertThat(answer.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void optionsThatAreNoPreflightNeedAToken() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("1"))
            .header("Origin", "https://shop.example")
            .method("OPTIONS", BodyPublishers.noBody());

    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("1"))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void slowSendersTakeNothingFromOthers() throws Exception {
    Duration alone = timeOfRequests();
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      slow.add(slowSender());
    }
    Duration beside = timeOfRequests();
    for (Socket socket : slow) {
      socket.close();
    }

    assertThat(beside).isLessThan(alone.multipliedBy(2).plusSeconds(2));
  }

  /** Promises 2 and 10, in small: far more than may wait for a service. */
  @Test
  void tooManyAtOnceAreSentAwaySoonAndHinderNobodyElse() throws Exception {
    int before = service.slowCalls();
    List<CompletableFuture<Shed>> crowd = crowd(300);
    Thread.sleep(500);
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      assertThat(send(stock()).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
    List<Shed> all = crowd.stream().map(CompletableFuture::join).toList();
    List<Shed> refused = all.stream().filter(one -> one.answer().statusCode() == 503).toList();

    assertThat(all).extracting(one -> one.answer().statusCode()).containsOnly(200, 503);
    assertThat(refused).hasSizeBetween(100, 280);
    assertThat(refused)
        .allSatisfy(
            one -> assertThat(one.answer().headers().firstValue("Retry-After")).contains("1"));
    assertThat(refused.stream().map(Shed::took).sorted().toList().get(refused.size() / 2))
        .as("half of them know after")
        .isLessThan(Duration.ofSeconds(3));
    assertThat(service.slowCalls() - before).isLessThanOrEqualTo(300);
    assertThat(send(get("1")).statusCode()).as("at once normal again").isEqualTo(200);
  }

  /** What one of a crowd got, and when. */
  private record Shed(HttpResponse<String> answer, Duration took) {}

  private List<CompletableFuture<Shed>> crowd(int size) {
    List<CompletableFuture<Shed>> crowd = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String one = "Bearer " + gateway.forge().good(new Bearer("crowd-" + i % 10, "customer"));
      HttpRequest request = get("slow/1500").setHeader("Authorization", one).build();
      long start = System.nanoTime();
      crowd.add(
          client
              .sendAsync(request, BodyHandlers.ofString())
              .thenApply(answer -> new Shed(answer, Duration.ofNanos(System.nanoTime() - start))));
    }
    return crowd;
  }

  private HttpRequest.Builder stock() {
    return HttpRequest.newBuilder(gateway.uri().resolve("/api/stock/SKU-1"))
        .header("Authorization", token());
  }

  private Duration timeOfRequests() throws Exception {
    String timed = "Bearer " + gateway.forge().good(new Bearer("timed", "customer"));
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      assertThat(send(get("1").setHeader("Authorization", timed)).statusCode()).isEqualTo(200);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Socket slowSender() throws IOException {
    Socket socket = new Socket("127.0.0.1", gateway.uri().getPort());
    String start =
        "POST /api/orders/upload HTTP/1.1\r\nHost: gw\r\nContent-Length: 1000\r\nAuthorization: "
            + "Bearer "
            + gateway.forge().good(new Bearer("slow", "customer"))
            + "\r\n\r\n{";
    socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", token());
  }

  private HttpRequest.Builder post(String path, BodyPublisher body) {
    return get(path).POST(body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** What came until the connection ended, or until nothing more came for a while. */
  private static String raw(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", gateway.uri().getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException e) {
      assertThat(answer.size()).as("an answer within 5 s").isPositive();
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  private static URI uri(String path) {
    return URI.create(gateway.uri() + "/api/orders/" + path);
  }

  private String token() {
    return "Bearer " + alice;
  }

  private static BodyPublisher chunked(long length) {
    return BodyPublishers.ofInputStream(() -> new PatternStream(length));
  }

  private static BodyPublisher sized(long length) {
    return BodyPublishers.fromPublisher(chunked(length), length);
  }

  private static long checksum(long length) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[65_536];
    try (InputStream pattern = new PatternStream(length)) {
      for (int read = pattern.read(buffer); read >= 0; read = pattern.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
    return sum.getValue();
  }
}
