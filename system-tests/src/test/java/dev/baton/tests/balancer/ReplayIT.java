package dev.baton.tests.balancer;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.StubGateway.Manner;
import dev.baton.tests.chain.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("system")
class ReplayIT {

  private static final int REQUESTS = 40;

  @TempDir Path directory;

  private Tls tls;
  private StubGateway healthy;
  private StubGateway dying;

  @BeforeEach
  void startGateways() {
    tls = Tls.selfSigned(directory);
    healthy = new StubGateway(Manner.ANSWERS);
    dying = new StubGateway(Manner.DIES);
  }

  @AfterEach
  void stopGateways() {
    healthy.close();
    dying.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, HTTP_1_1",
    "GET, HTTP_2",
    "PUT, HTTP_1_1",
    "PUT, HTTP_2",
    "DELETE, HTTP_1_1",
    "DELETE, HTTP_2",
    "POST with a key, HTTP_1_1",
    "POST with a key, HTTP_2"
  })
  void whatMaySafelyBeRepeatedIsReplayedOnTheOtherGateway(
      String method, HttpClient.Version version) {
    try (Balancer balancer = Balancer.replaying(tls, dying.url(), healthy.url())) {
      assertThat(statuses(balancer, version, method)).containsOnly(200);
      assertThat(dying.seen()).as("some went to the dying one first").isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void aPostThatAGatewayHasReadIsNeverSentAgain(HttpClient.Version version) {
    try (Balancer balancer = Balancer.replaying(tls, dying.url(), healthy.url())) {
      statuses(balancer, version, "POST");
      List<String> arrived = new ArrayList<>(dying.seen());
      arrived.addAll(healthy.seen());
      assertThat(dying.seen()).isNotEmpty();
      assertThat(healthy.seen()).isNotEmpty();
      assertThat(arrived).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void httpdAloneShowsTheUserADyingGateway(HttpClient.Version version) {
    try (Balancer balancer = Balancer.withoutReplay(tls, dying.url(), healthy.url())) {
      assertThat(statuses(balancer, version, "GET")).contains(200).containsAnyOf(0, 500, 502);
    }
  }

  @Test
  void aPostThatDiedWithItsGatewayIsABadGateway() {
    try (Balancer balancer = Balancer.replaying(tls, dying.url(), dying.url())) {
      assertProblem(send(balancer, "POST /api/x HTTP/1.1\r\nContent-Length: 0"), 502);
    }
  }

  @Test
  void whereNobodyAnswersTheServiceIsUnavailable() {
    dying.close();
    healthy.close();
    try (Balancer balancer = Balancer.replaying(tls, dying.url(), healthy.url())) {
      Answer answer = send(balancer, "GET /api/x HTTP/1.1");
      assertProblem(answer, 503);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
  }

  private Answer send(Balancer balancer, String request) {
    return new RawRequest(tls.context().getSocketFactory(), balancer.users())
        .send(request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** The status of each request, 0 where the connection broke or nothing came. */
  private List<Integer> statuses(Balancer balancer, HttpClient.Version version, String method) {
    HttpClient client = HttpClient.newBuilder().sslContext(tls.context()).version(version).build();
    return IntStream.range(0, REQUESTS)
        .mapToObj(i -> status(client, method, balancer.users().resolve("/api/" + i)))
        .toList();
  }

  private static int status(HttpClient client, String method, URI uri) {
    try {
      return client.send(request(method, uri), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest request(String method, URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .method(
                method.split(" ")[0],
                method.startsWith("P") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    if (method.endsWith("with a key")) {
      request.header("Idempotency-Key", uri.getPath());
    }
    return request.build();
  }
}
