package dev.baton.orders.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.kit.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worker makes of an issuer's answers (RFC 6749, section 5). */
class WorkerTokensTest {
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String answer = "{\"access_token\":\"one\",\"expires_in\":900}";
  private HttpServer issuer;
  private WorkerTokens tokens;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/token", this::answer);
    issuer.start();
    URI endpoint = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/token");
    tokens = new WorkerTokens(Optional.of(endpoint), "baton worker", Optional.of("a&b"));
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  @Test
  void aTokenIsAskedForOnceAndKept() {
    assertThat(tokens.current()).isEqualTo("one");
    assertThat(tokens.current()).isEqualTo("one");

    assertThat(asked)
        .containsExactly(
            "grant_type=client_credentials&scope=openid&client_id=baton+worker"
                + "&client_secret=a%26b");
  }

  @Test
  void aTokenThatNobodyBelievesIsAskedForAgain() {
    tokens.current();
    answer = answer.replace("one", "two");

    tokens.forget();

    assertThat(tokens.current()).isEqualTo("two");
  }

  @Test
  void aTokenThatEndsSoonIsNotKept() {
    answer = answer.replace("900", "20");

    tokens.current();
    tokens.current();

    assertThat(asked).hasSize(2);
  }

  @Test
  void aTokenOfAnUntoldLifeIsGood() {
    answer = "{\"access_token\":\"one\"}";

    assertThat(tokens.current()).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "nothing",
        "{\"access_token\":7}",
        "{\"access_token\":\"one\",\"expires_in\":\"soon\"}"
      })
  void anAnswerWithoutATokenIsNone(String body) {
    answer = body;

    assertNone();
  }

  @Test
  void aRefusalIsNoToken() {
    status = 401;

    assertNone();
  }

  private void assertNone() {
    assertThatThrownBy(tokens::current)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(503));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
