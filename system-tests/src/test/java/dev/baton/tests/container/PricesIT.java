package dev.baton.tests.container;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

@Tag("container")
@MicroShedTest
@ExtendWith(PrintLogOnFailure.class)
public class PricesIT {

  @Path("/")
  public interface Prices {
    @GET
    @Path("prices/{sku}")
    @Produces("application/json")
    Response price(@PathParam("sku") String sku);

    @GET
    @Path("prices/{sku}")
    @Produces("text/csv")
    Response priceAsCsv(@PathParam("sku") String sku);

    @DELETE
    @Path("prices/{sku}")
    Response remove(@PathParam("sku") String sku);

    @GET
    @Path("nothing")
    Response nothing();
  }

  @Container public static final ApplicationContainer APP = StaticKeyServices.PRICES;

  // A comma makes MicroShed write an array, which is what the claim must be.
  @RESTClient
  @JwtConfig(
      subject = "alice",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Prices alice;

  @RESTClient
  @JwtConfig(
      subject = "bob",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Prices bob;

  @RESTClient
  @JwtConfig(
      subject = "carol",
      claims = {"groups=clerk,", "aud=baton-api"})
  public static Prices carol;

  @RESTClient
  @JwtConfig(
      subject = "petra",
      claims = {"groups=pricing,", "aud=baton-api"})
  public static Prices petra;

  @RESTClient
  @JwtConfig(
      subject = "olga",
      claims = {"groups=operator,auditor", "aud=baton-api"})
  public static Prices olga;

  @RESTClient
  @JwtConfig(
      subject = "walter",
      claims = {"groups=warehouse,", "aud=baton-api"})
  public static Prices walter;

  @RESTClient public static Prices stranger;

  @Test
  void aCustomerWithAContractGetsItsPrice() {
    assertThat(centsFor(alice)).isEqualTo(4999);
  }

  @Test
  void anotherCustomerGetsAnother() {
    assertThat(centsFor(bob)).isEqualTo(5299);
  }

  @Test
  void whoeverHasNoContractGetsTheListPrice() {
    assertThat(centsFor(carol)).isEqualTo(5899);
    assertThat(centsFor(petra)).isEqualTo(5899);
    assertThat(centsFor(olga)).isEqualTo(5899);
  }

  @Test
  void thePriceNamesItsArticleAndCurrency() {
    Answer answer = Answer.of(carol.price("SKU-0490"));
    assertThat(answer.json().getString("sku")).isEqualTo("SKU-0490");
    assertThat(answer.json().getString("currency")).isEqualTo("EUR");
  }

  @Test
  void anotherRoleIsForbidden() {
    assertProblem(Answer.of(walter.price("SKU-0490")), 403);
  }

  @Test
  void withoutATokenIsUnauthorized() {
    assertProblem(Answer.of(stranger.price("SKU-0490")), 401);
  }

  @Test
  void aMalformedSkuIsABadRequest() {
    assertProblem(Answer.of(alice.price("SKU 0490")), 400);
  }

  @Test
  void anUnknownSkuIsNotFound() {
    assertProblem(Answer.of(alice.price("SKU-9999")), 404);
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertProblem(Answer.of(alice.nothing()), 404);
  }

  @Test
  void aMethodThatIsNotOfferedIsNotAllowed() {
    assertProblem(Answer.of(alice.remove("SKU-0490")), 405);
  }

  @Test
  void anotherMediaTypeIsNotAcceptable() {
    assertProblem(Answer.of(alice.priceAsCsv("SKU-0490")), 406);
  }

  private static int centsFor(Prices caller) {
    Answer answer = Answer.of(caller.price("SKU-0490"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getInt("cents");
  }
}
