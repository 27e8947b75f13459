package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Fingerprint;
import dev.baton.tests.chain.HopStep;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chain of four, as {@code system-tests/fourth/generate} makes it of a copy. */
@Tag("fourth")
class FourthServiceIT {
  private final LocalChain chain = new LocalChain();

  @Test
  void theFourthServiceVerifiesTheVeryTokenThatTheUserSent() {
    String token = chain.tokenOf("carol");

    Answer answer = order(token);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<HopStep> verified =
        answer.hops().stream().filter(hop -> hop.step().equals("verify")).toList();
    assertThat(verified)
        .extracting(HopStep::tier)
        .containsExactlyInAnyOrder("gateway", "service-a", "service-b", "service-c", "service-d");
    assertThat(verified).extracting(HopStep::description).containsOnly(Fingerprint.of(token));
  }

  @Test
  void itHasACacheAndADatabaseOfItsOwn() {
    URI unknown = URI.create(urlOfD() + "/discounts/NO-SUCH");
    String token = chain.tokenOf("carol");

    assertThat(chain.web().get(unknown, token).hops())
        .filteredOn(hop -> hop.tier().equals("service-d"))
        .extracting(HopStep::step)
        .contains("cache", "db");
    assertThat(chain.web().get(unknown, "").status()).isEqualTo(401);
  }

  private Answer order(String token) {
    return chain.web().get(chain.loadBalancer().resolve("/api/orders/3"), token);
  }

  private String urlOfD() {
    return chain.instances().stream()
        .filter(one -> one.getString("kind").equals("service-d"))
        .map(one -> one.getString("url"))
        .findFirst()
        .orElseThrow();
  }
}
