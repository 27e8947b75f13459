package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenPropagationTest {

  private final TokenPropagation propagation = new TokenPropagation();
  private final VerifiedToken token =
      new VerifiedToken(
          "a.b.c", "f", "alice", List.of("customer"), "id", Instant.EPOCH, Map.of(), 1);

  @AfterEach
  void leave() {
    VerifiedToken.leave();
  }

  @Test
  void theVeryBytesThatCameInAreSent() {
    token.enter();

    assertThat(sent(headers("Authorization", "bearer a.b.c")).get("Authorization"))
        .containsExactly("Bearer a.b.c");
  }

  @Test
  void withoutAVerifiedTokenTheCallIsNotMade() {
    assertRefused(headers("Authorization", "Bearer a.b.c"));
    assertRefused(new MultivaluedHashMap<>());
  }

  @Test
  void afterTheRequestTheCallIsNotMade() {
    token.enter();
    VerifiedToken.leave();

    assertRefused(headers("Authorization", "Bearer a.b.c"));
  }

  @Test
  void onAnotherThreadTheCallIsNotMade() {
    token.enter();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(
            CompletableFuture.supplyAsync(() -> sent(headers("Authorization", "Bearer a.b.c")))
                ::join)
        .withCauseInstanceOf(ProblemException.class);
  }

  @Test
  void aRequestOfAnotherTokenIsRefused() {
    token.enter();

    assertRefused(headers("Authorization", "Bearer x.b.c"));
  }

  @Test
  void traceAndRequestIdTravelToo() {
    token.enter();
    MultivaluedMap<String, String> incoming = headers("traceparent", "t");
    incoming.putSingle("X-Request-Id", "r");

    assertThat(sent(incoming).keySet())
        .containsExactlyInAnyOrder("Authorization", "traceparent", "X-Request-Id");
  }

  @Test
  void nothingElseTravels() {
    token.enter();
    MultivaluedMap<String, String> incoming = headers("Cookie", "c");
    incoming.putSingle("X-Forwarded-For", "1.2.3.4");
    incoming.putSingle("$WSRU", "olga");

    assertThat(sent(incoming).keySet()).containsExactly("Authorization");
  }

  @Test
  void theRefusalIs401() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> sent(new MultivaluedHashMap<>()))
        .satisfies(refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(401));
  }

  private MultivaluedMap<String, String> sent(MultivaluedMap<String, String> incoming) {
    return propagation.update(incoming, new MultivaluedHashMap<>());
  }

  private void assertRefused(MultivaluedMap<String, String> incoming) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> sent(incoming));
  }

  private static MultivaluedMap<String, String> headers(String name, String value) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle(name, value);
    return headers;
  }
}
