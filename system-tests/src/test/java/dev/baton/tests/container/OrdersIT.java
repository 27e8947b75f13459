package dev.baton.tests.container;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jaxrs.RESTClient;
import org.microshed.testing.jupiter.MicroShedTest;
import org.microshed.testing.jwt.JwtConfig;
import org.microshed.testing.testcontainers.ApplicationContainer;
import org.testcontainers.junit.jupiter.Container;

/** Service A, with the real services B and C behind it. */
@Tag("container")
@MicroShedTest
@ExtendWith(PrintLogOnFailure.class)
public class OrdersIT {

  @Path("/")
  public interface Orders {
    @GET
    @Path("orders/{id}")
    @Produces("application/json")
    Response order(@PathParam("id") String id);

    @GET
    @Path("orders/{id}")
    @Produces("text/csv")
    Response orderAsCsv(@PathParam("id") String id);

    @GET
    @Path("orders")
    @Produces("application/json")
    Response own(@QueryParam("after") String after, @QueryParam("limit") String limit);

    @GET
    @Path("customers/{customer}/orders")
    @Produces("application/json")
    Response of(@PathParam("customer") String customer);

    @DELETE
    @Path("customers/{customer}/orders")
    Response removeAll(@PathParam("customer") String customer);

    @GET
    @Path("nothing")
    Response nothing();
  }

  @Container public static final ApplicationContainer APP = StaticKeyServices.ORDERS;

  @RESTClient
  @JwtConfig(
      subject = "alice",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Orders alice;

  @RESTClient
  @JwtConfig(
      subject = "bob",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Orders bob;

  @RESTClient
  @JwtConfig(
      subject = "carol",
      claims = {"groups=clerk,", "aud=baton-api"})
  public static Orders carol;

  @RESTClient
  @JwtConfig(
      subject = "olga",
      claims = {"groups=operator,auditor", "aud=baton-api"})
  public static Orders olga;

  @RESTClient
  @JwtConfig(
      subject = "walter",
      claims = {"groups=warehouse,", "aud=baton-api"})
  public static Orders walter;

  @RESTClient public static Orders stranger;

  @Test
  void aCustomerGetsAnOrderOfItsOwnWithStockAndPrice() {
    JsonObject order = read(alice.order("1001"));
    assertThat(order.getInt("id")).isEqualTo(1001);
    assertThat(order.getString("owner")).isEqualTo("alice");
    assertThat(order.getString("status")).isEqualTo("CONFIRMED");
    assertThat(order.getJsonObject("stock").getString("sku")).isEqualTo(order.getString("sku"));
    assertThat(order.getJsonObject("stock").getJsonObject("price").getInt("cents")).isEqualTo(4999);
  }

  @Test
  void anothersOrderIsForbiddenToACustomer() {
    assertProblem(Answer.of(bob.order("1001")), 403);
    assertProblem(Answer.of(alice.order("1006")), 403);
    assertThat(read(bob.order("1006")).getString("owner")).isEqualTo("bob");
  }

  /** The cache holds the order by now: what a user may see is decided after it. */
  @Test
  void anothersOrderStaysForbiddenOnceItIsCached() {
    read(alice.order("1002"));
    read(alice.order("1002"));
    assertProblem(Answer.of(bob.order("1002")), 403);
  }

  @Test
  void aClerkAndAnAuditorSeeEveryOrder() {
    assertThat(read(carol.order("1")).getString("owner")).isEqualTo("user-000");
    assertThat(read(olga.order("1001")).getString("owner")).isEqualTo("alice");
  }

  @Test
  void aCustomersListHoldsItsOwnOrdersOnly() {
    assertThat(read(alice.own("0", "20")).getJsonArray("items"))
        .extracting(JsonValue::asJsonObject)
        .isNotEmpty()
        .allSatisfy(order -> assertThat(order.getString("owner")).isEqualTo("alice"));
  }

  @Test
  void aListIsReadPageByPage() {
    JsonObject first = read(alice.own("0", "2"));
    JsonObject second = read(alice.own(String.valueOf(first.getInt("next")), "2"));
    assertThat(idsOf(first)).containsExactly(1001, 1002);
    assertThat(idsOf(second)).containsExactly(1003, 1004);
  }

  @Test
  void aPageOutOfRangeIsABadRequest() {
    assertProblem(Answer.of(alice.own("0", "101")), 400);
    assertProblem(Answer.of(alice.own("0", "none")), 400);
  }

  @Test
  void aClerkListsTheOrdersOfACustomer() {
    assertThat(idsOf(read(carol.of("user-000")))).contains(1, 201);
    assertProblem(Answer.of(alice.of("alice")), 403);
    assertProblem(Answer.of(stranger.of("alice")), 401);
  }

  @Test
  void anotherRoleIsForbidden() {
    assertProblem(Answer.of(walter.order("1")), 403);
    assertProblem(Answer.of(walter.own("0", "20")), 403);
  }

  @Test
  void withoutATokenIsUnauthorized() {
    assertProblem(Answer.of(stranger.order("1")), 401);
    assertProblem(Answer.of(stranger.own("0", "20")), 401);
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
  void anUnknownPathIsNotFound() {
    assertProblem(Answer.of(alice.nothing()), 404);
  }

  @Test
  void aMethodThatIsNotOfferedIsNotAllowed() {
    assertProblem(Answer.of(carol.removeAll("alice")), 405);
  }

  @Test
  void anotherMediaTypeIsNotAcceptable() {
    assertProblem(Answer.of(alice.orderAsCsv("1001")), 406);
  }

  private static List<Integer> idsOf(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .map(order -> order.getInt("id"))
        .toList();
  }

  private static JsonObject read(Response response) {
    Answer answer = Answer.of(response);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
