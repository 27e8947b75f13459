package dev.baton.tests.container;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jaxrs.RESTClient;
import org.microshed.testing.jupiter.MicroShedTest;
import org.microshed.testing.jwt.JwtConfig;
import org.microshed.testing.testcontainers.ApplicationContainer;
import org.testcontainers.junit.jupiter.Container;

/** The gateway, with the real services A, B and C behind it. */
@Tag("container")
@MicroShedTest
@ExtendWith(PrintLogOnFailure.class)
public class GatewayIT {

  @Path("/api")
  public interface Gateway {
    @GET
    @Path("orders/{id}")
    @Produces("application/json")
    Response order(@PathParam("id") String id);

    @GET
    @Path("orders/{id}")
    @Produces("text/csv")
    Response orderAsCsv(@PathParam("id") String id);

    @GET
    @Path("orders/{id}")
    @Produces("application/json")
    Response orderWith(@PathParam("id") String id, @HeaderParam("X-Forwarded-User") String user);

    @DELETE
    @Path("customers/{customer}/orders")
    Response removeOrdersOf(@PathParam("customer") String customer);

    @GET
    @Path("orders")
    @Produces("application/json")
    Response ownOrders();

    @GET
    @Path("customers/{customer}/orders")
    @Produces("application/json")
    Response ordersOf(@PathParam("customer") String customer);

    @GET
    @Path("stock/{sku}")
    @Produces("application/json")
    Response stock(@PathParam("sku") String sku);

    @GET
    @Path("prices/{sku}")
    @Produces("application/json")
    Response price(@PathParam("sku") String sku);

    @GET
    @Path("nothing")
    Response nothing();
  }

  @Container public static final ApplicationContainer APP = StaticKeyServices.GATEWAY;

  @RESTClient
  @JwtConfig(
      subject = "alice",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Gateway alice;

  @RESTClient
  @JwtConfig(
      subject = "carol",
      claims = {"groups=clerk,", "aud=baton-api"})
  public static Gateway carol;

  @RESTClient
  @JwtConfig(
      subject = "mallory",
      claims = {"groups=reconciler,", "aud=baton-api"})
  public static Gateway mallory;

  @RESTClient public static Gateway stranger;

  @Test
  void everyRouteReachesItsService() {
    assertThat(read(alice.order("1001")).getString("owner")).isEqualTo("alice");
    assertThat(read(alice.ownOrders()).getJsonArray("items")).isNotEmpty();
    assertThat(read(carol.ordersOf("alice")).getJsonArray("items")).isNotEmpty();
    assertThat(read(alice.stock("SKU-0490")).getInt("available")).isEqualTo(140);
    assertThat(read(alice.price("SKU-0490")).getInt("cents")).isEqualTo(4999);
  }

  @Test
  void anotherRoleIsForbiddenOnEveryRoute() {
    assertProblem(Answer.of(mallory.order("1001")), 403);
    assertProblem(Answer.of(mallory.ownOrders()), 403);
    assertProblem(Answer.of(mallory.ordersOf("alice")), 403);
    assertProblem(Answer.of(mallory.stock("SKU-0490")), 403);
    assertProblem(Answer.of(mallory.price("SKU-0490")), 403);
  }

  @Test
  void withoutATokenEveryRouteIsUnauthorized() {
    assertProblem(Answer.of(stranger.order("1001")), 401);
    assertProblem(Answer.of(stranger.ownOrders()), 401);
    assertProblem(Answer.of(stranger.ordersOf("alice")), 401);
    assertProblem(Answer.of(stranger.stock("SKU-0490")), 401);
    assertProblem(Answer.of(stranger.price("SKU-0490")), 401);
  }

  @Test
  void aHeaderThatClaimsAnIdentityChangesNothing() {
    assertProblem(Answer.of(alice.orderWith("1006", "bob")), 403);
    assertThat(read(alice.orderWith("1001", "bob")).getString("owner")).isEqualTo("alice");
  }

  @Test
  void anIdThatIsNoNumberIsABadRequest() {
    assertProblem(Answer.of(alice.order("one")), 400);
  }

  @Test
  void anUnknownOrderIsNotFound() {
    assertProblem(Answer.of(alice.order("999999")), 404);
  }

  @Test
  void aPathWithoutARouteIsNotFound() {
    assertProblem(Answer.of(alice.nothing()), 404);
  }

  @Test
  void aMethodThatIsNotOfferedIsNotAllowed() {
    assertProblem(Answer.of(carol.removeOrdersOf("alice")), 405);
  }

  @Test
  void anotherMediaTypeIsNotAcceptable() {
    assertProblem(Answer.of(alice.orderAsCsv("1001")), 406);
  }

  private static JsonObject read(Response response) {
    Answer answer = Answer.of(response);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
