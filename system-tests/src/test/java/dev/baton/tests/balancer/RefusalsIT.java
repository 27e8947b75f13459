package dev.baton.tests.balancer;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.StubGateway.Manner;
import dev.baton.tests.chain.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("system")
class RefusalsIT {

  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

  @TempDir static Path directory;

  private static StubGateway gateway;
  private static Balancer balancer;
  private static RawRequest users;
  private static RawRequest operators;

  @BeforeAll
  static void start() {
    Tls tls = Tls.selfSigned(directory);
    gateway = new StubGateway(Manner.ANSWERS);
    balancer = Balancer.replaying(tls, gateway.url(), gateway.url());
    users = new RawRequest(tls.context().getSocketFactory(), balancer.users());
    operators = new RawRequest(tls.context().getSocketFactory(), balancer.operators());
  }

  @AfterAll
  static void stop() {
    balancer.close();
    gateway.close();
  }

  @Test
  void aDecentRequestPasses() {
    Answer answer = users.send(get("/api/orders/1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.headers().allValues("Server-Timing").toString()).contains("lb;desc=\"D=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api",
        "/health/ready",
        "/metrics",
        "/openapi",
        "/ibm/api/",
        "/jwt",
        "/jwt/ibm/api",
        "/adminCenter/",
        "/IBMJMXConnectorREST/",
        "/balancer-manager",
        "/ops/tokens",
        "/api/../health/ready",
        "/api/%2e%2e/health/ready",
        "/api/a%2fb",
        "/nothing%22%c3%a9"
      })
  void nothingButTheApiIsThere(String path) {
    assertProblem(users.send(get(path)), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/..;/x", "/api/a;b=c", "/api/a%5cb", "/api/a%01b", "/api/a?b=\u00e4"})
  void aPathThatParsersReadDifferentlyIsABadRequest(String path) {
    assertProblem(users.send(get(path)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n\r\n",
        "GET /api/x HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/x\r\n\r\n",
        "GET /api/x HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /api/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /api/x y HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/x HTTP/1.1\nHost: localhost\n\n",
        "GET /api/x HTTP/1.1\r\nHost: localhost\r\nNo Field: x\r\n\r\n",
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n"
            + "Connection: close\r\n\r\n0\r\n\r\n",
        "POST /api/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\nZZ\r\n"
      })
  void whatIsNotWellFormedIsABadRequest(String request) {
    assertProblem(users.send(request), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "FOO"})
  void anotherMethodIsNotAllowed(String method) {
    Answer answer = users.send(method + " /api/x HTTP/1.1\r\n" + HOST + "\r\n");
    assertProblem(answer, 405);
    assertThat(answer.header("Allow")).startsWith("GET, HEAD, POST");
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeItComes() {
    String header = "POST /api/x HTTP/1.1\r\n" + HOST + "Content-Length: 99999999999\r\n\r\n";
    assertProblem(users.send(header), 413);
  }

  @Test
  void aRequestLineOverTheLimitIsRefused() {
    assertProblem(users.send(get("/api/" + "x".repeat(9000))), 414);
  }

  @Test
  void headersOverTheLimitAreRefused() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      fields.append("X-").append(i).append(": ").append("x".repeat(15_000)).append("\r\n");
    }
    assertProblem(users.send("GET /api/x HTTP/1.1\r\n" + HOST + fields + "\r\n"), 431);
  }

  @Test
  void aTokenOfTwelveKilobytesPasses() {
    String field = "Authorization: Bearer " + "x".repeat(12_000) + "\r\n";
    assertThat(users.send("GET /api/x HTTP/1.1\r\n" + HOST + field + "\r\n").status())
        .isEqualTo(200);
  }

  @Test
  void aClientThatDoesNotFinishItsHeaderIsCut() {
    assertProblem(users.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nX"), 408);
  }

  @Test
  void whoClaimsAnIdentityIsNotBelieved() {
    String claims =
        "X-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.1\r\n$WSRU: root\r\n"
            + "X-Forwarded-User: root\r\nX-Real-IP: 192.0.2.1\r\nX-Request-Id: mine\r\n";
    Answer answer = users.send("GET /api/x HTTP/1.1\r\n" + HOST + claims + "\r\n");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("192.0.2.1", "root", "mine");
    assertThat(answer.body()).containsIgnoringCase("X-Forwarded-For: [127.0.0.1]");
  }

  @Test
  void theLogHasNoQueryAndNoToken() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.hushhushhushhush";
    users.send("GET /api/x?q=secret HTTP/1.1\r\n" + HOST + "Authorization: Bearer hush\r\n\r\n");
    users.send(get("/api/" + token));
    assertThat(balancer.accessLog())
        .isNotEmpty()
        .noneMatch(line -> line.contains("secret") || line.contains("hush"));
  }

  @Test
  void theBalancerManagerWantsAnOperator() {
    assertProblem(operators.send(get("/balancer-manager")), 401);
  }

  @Test
  void theOperatorsAddressDoesNotServeTheApi() {
    assertProblem(operators.send(get("/api/orders/1")), 404);
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n";
  }
}
