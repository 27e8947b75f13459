package dev.baton.tests.chain;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users get wrong, asked at the load balancer. */
public abstract class BadRequestsAtTheFrontDoor {

  protected abstract Chain chain();

  @Test
  void anUnknownOrderIsNotFound() {
    assertProblem(get("/api/orders/999999"), 404);
  }

  @Test
  void anothersOrderIsForbidden() {
    assertProblem(get("/api/orders/1"), 403);
    assertThat(get("/api/orders/1001").status()).isEqualTo(200);
  }

  @Test
  void anIdThatIsNoNumberIsABadRequest() {
    assertProblem(get("/api/orders/one"), 400);
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertProblem(get("/api/nothing"), 404);
    assertProblem(get("/nothing"), 404);
  }

  @Test
  void aMethodThatIsNotOfferedIsNotAllowed() {
    assertProblem(
        chain()
            .web()
            .send(
                "PATCH", at("/api/orders/1001"), token(), Map.of(), BodyPublishers.ofString("{}")),
        405);
  }

  @Test
  void anotherMediaTypeIsNotAcceptable() {
    assertProblem(
        chain().web().get(at("/api/orders/1001"), token(), Map.of("Accept", "text/csv")), 406);
  }

  private Answer get(String path) {
    return chain().web().get(at(path), token());
  }

  private String token() {
    return chain().tokenOf("alice");
  }

  private URI at(String path) {
    return chain().loadBalancer().resolve(path);
  }
}
