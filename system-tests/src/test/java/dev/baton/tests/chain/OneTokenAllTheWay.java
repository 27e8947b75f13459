package dev.baton.tests.chain;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One token in at the load balancer, the very same at every hop; no token in, none out. */
public abstract class OneTokenAllTheWay {

  private static final List<String> TIERS =
      Arrays.stream(Hop.Kind.values()).map(Hop.Kind::tier).toList();

  protected abstract Chain chain();

  @Test
  void everyHopVerifiesTheTokenThatCameIn() {
    String token = chain().tokenOf("carol");

    Answer answer = chain().web().get(order("1"), token);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getJsonObject("stock").getJsonObject("price").getInt("cents"))
        .isPositive();
    List<HopStep> verified =
        answer.hops().stream().filter(hop -> hop.step().equals("verify")).toList();
    assertThat(verified).extracting(HopStep::tier).containsExactlyElementsOf(TIERS);
    assertThat(verified).extracting(HopStep::description).containsOnly(Fingerprint.of(token));
  }

  @Test
  void anotherTokenOfTheSameUserShowsAnotherFingerprint() {
    String first = chain().tokenOf("carol");
    String second = chain().tokenOf("carol");

    assertThat(fingerprintsSeen(first)).containsOnly(Fingerprint.of(first));
    assertThat(fingerprintsSeen(second)).containsOnly(Fingerprint.of(second));
    assertThat(Fingerprint.of(first)).isNotEqualTo(Fingerprint.of(second));
  }

  @Test
  void everyHopWritesTheSameSubjectAndGroupsToItsAuditLog() {
    String token = chain().tokenOf("alice");
    Trace trace = Trace.fresh();

    Answer answer = chain().web().get(order("1001"), token, trace.headers());

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    for (Hop.Kind kind : Hop.Kind.values()) {
      List<JsonObject> lines = chain().auditOf(kind, trace);
      assertThat(lines).as(kind.tier()).hasSize(1);
      assertThat(lines.get(0).getString("outcome")).isEqualTo("accepted");
      assertThat(lines.get(0).getString("subject")).isEqualTo("alice");
      assertThat(lines.get(0).getString("groups")).isEqualTo("customer");
      assertThat(lines.get(0).getString("token")).isEqualTo(Fingerprint.of(token));
    }
  }

  /** The price at the end of the chain depends on who asked at its beginning. */
  @Test
  void theLastHopKnowsWhoAskedTheFirst() {
    assertThat(centsOf(chain().web().get(stock(), chain().tokenOf("alice")))).isEqualTo(4999);
    assertThat(centsOf(chain().web().get(stock(), chain().tokenOf("bob")))).isEqualTo(5299);
    assertThat(centsOf(chain().web().get(stock(), chain().tokenOf("carol")))).isEqualTo(5899);
  }

  @Test
  void theFirstServiceWithoutATokenNeverCallsTheSecond() {
    Trace without = Trace.fresh();
    Trace with = Trace.fresh();
    URI resource = chain().any(Hop.Kind.ORDERS).resource();

    assertProblem(chain().web().get(resource, "", without.headers()), 401);
    assertThat(chain().web().get(resource, chain().tokenOf("carol"), with.headers()).status())
        .isEqualTo(200);

    assertThat(chain().auditOf(Hop.Kind.ORDERS, without))
        .extracting(line -> line.getString("outcome"))
        .containsExactly("refused");
    assertThat(chain().auditOf(Hop.Kind.STOCK, with)).hasSize(1);
    assertThat(chain().auditOf(Hop.Kind.STOCK, without)).isEmpty();
    assertThat(chain().auditOf(Hop.Kind.PRICES, without)).isEmpty();
  }

  @Test
  void whatTheGatewayRefusesReachesNoService() {
    Trace trace = Trace.fresh();

    assertProblem(chain().web().get(order("1"), "", trace.headers()), 401);

    assertThat(chain().auditOf(Hop.Kind.GATEWAY, trace)).hasSize(1);
    assertThat(chain().auditOf(Hop.Kind.ORDERS, trace)).isEmpty();
  }

  protected final URI order(String id) {
    return chain().loadBalancer().resolve("/api/orders/" + id);
  }

  private URI stock() {
    return chain().loadBalancer().resolve("/api/stock/SKU-0490");
  }

  private List<String> fingerprintsSeen(String token) {
    return chain().web().get(order("1"), token).hops().stream()
        .filter(hop -> hop.step().equals("verify"))
        .map(HopStep::description)
        .toList();
  }

  private static int centsOf(Answer stock) {
    assertThat(stock.status()).as(stock.body()).isEqualTo(200);
    return stock.json().getJsonObject("price").getInt("cents");
  }
}
