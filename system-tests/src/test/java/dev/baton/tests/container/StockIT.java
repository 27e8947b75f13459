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

/** Service B, with the real service C behind it. */
@Tag("container")
@MicroShedTest
@ExtendWith(PrintLogOnFailure.class)
public class StockIT {

  @Path("/")
  public interface Stock {
    @GET
    @Path("stock/{sku}")
    @Produces("application/json")
    Response stock(@PathParam("sku") String sku);

    @GET
    @Path("stock/{sku}")
    @Produces("text/csv")
    Response stockAsCsv(@PathParam("sku") String sku);

    @DELETE
    @Path("stock/{sku}")
    Response remove(@PathParam("sku") String sku);

    @GET
    @Path("nothing")
    Response nothing();
  }

  @Container public static final ApplicationContainer APP = StaticKeyServices.STOCK;

  @RESTClient
  @JwtConfig(
      subject = "alice",
      claims = {"groups=customer,", "aud=baton-api"})
  public static Stock alice;

  @RESTClient
  @JwtConfig(
      subject = "carol",
      claims = {"groups=clerk,", "aud=baton-api"})
  public static Stock carol;

  @RESTClient
  @JwtConfig(
      subject = "olga",
      claims = {"groups=operator,auditor", "aud=baton-api"})
  public static Stock olga;

  @RESTClient
  @JwtConfig(
      subject = "petra",
      claims = {"groups=pricing,", "aud=baton-api"})
  public static Stock petra;

  /** May see stock, but no prices: the price is C's to refuse. */
  @RESTClient
  @JwtConfig(
      subject = "walter",
      claims = {"groups=warehouse,", "aud=baton-api"})
  public static Stock walter;

  @RESTClient public static Stock stranger;

  @Test
  void aCustomerGetsTheStockWithThePriceOfTheContract() {
    Answer answer = Answer.of(alice.stock("SKU-0490"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("sku")).isEqualTo("SKU-0490");
    assertThat(answer.json().getInt("available")).isEqualTo(140);
    assertThat(answer.json().getJsonObject("price").getInt("cents")).isEqualTo(4999);
  }

  @Test
  void whoIsNoCustomerGetsTheListPrice() {
    assertThat(centsFor(carol)).isEqualTo(5899);
    assertThat(centsFor(olga)).isEqualTo(5899);
    assertThat(centsFor(walter)).isEqualTo(5899);
  }

  @Test
  void anotherRoleIsForbidden() {
    assertProblem(Answer.of(petra.stock("SKU-0490")), 403);
  }

  @Test
  void withoutATokenIsUnauthorized() {
    assertProblem(Answer.of(stranger.stock("SKU-0490")), 401);
  }

  @Test
  void aMalformedSkuIsABadRequest() {
    assertProblem(Answer.of(alice.stock("SKU 0490")), 400);
  }

  @Test
  void anUnknownSkuIsNotFound() {
    assertProblem(Answer.of(alice.stock("SKU-9999")), 404);
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
    assertProblem(Answer.of(alice.stockAsCsv("SKU-0490")), 406);
  }

  private static int centsFor(Stock caller) {
    Answer answer = Answer.of(caller.stock("SKU-0490"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonObject("price").getInt("cents");
  }
}
