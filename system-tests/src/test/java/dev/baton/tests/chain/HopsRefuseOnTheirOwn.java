package dev.baton.tests.chain;

import static dev.baton.tests.chain.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.tests.tokens.Flaw;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Each hop, asked directly, refuses what is not a good token, with no trust in the hop before. */
public abstract class HopsRefuseOnTheirOwn {

  protected abstract Chain chain();

  @TestFactory
  Stream<DynamicNode> everyHopRefusesEveryFlaw() {
    return chain().hops().stream()
        .map(
            hop ->
                dynamicContainer(
                    hop.name(),
                    Arrays.stream(Flaw.values())
                        .map(flaw -> dynamicTest(flaw.name(), () -> refuses(hop, flaw)))));
  }

  @TestFactory
  Stream<DynamicNode> everyHopRefusesARequestWithoutAToken() {
    return chain().hops().stream().map(hop -> dynamicTest(hop.name(), () -> refusesNoToken(hop)));
  }

  @TestFactory
  Stream<DynamicNode> everyHopForbidsAnotherRole() {
    return chain().hops().stream().map(hop -> dynamicTest(hop.name(), () -> forbids(hop)));
  }

  private void refuses(Hop hop, Flaw flaw) {
    accepts(hop);
    String token = chain().forge().broken(flaw, hop.kind().allowed());

    Answer answer = chain().web().get(hop.resource(), token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer")
        .contains("error=\"invalid_token\"", "error_description=\"" + flaw.cause() + ":");
    assertProblem(answer, 401);
    assertThat(answer.body()).doesNotContain(token);
  }

  private void refusesNoToken(Hop hop) {
    accepts(hop);

    Answer answer = chain().web().get(hop.resource(), "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
    assertProblem(answer, 401);
  }

  private void forbids(Hop hop) {
    accepts(hop);

    Answer wrongRole =
        chain().web().get(hop.resource(), chain().forge().good(hop.kind().refused()));
    Answer noRole =
        chain()
            .web()
            .get(hop.resource(), chain().forge().good(hop.kind().allowed().withoutRoles()));

    assertProblem(wrongRole, 403);
    assertProblem(noRole, 403);
  }

  /**
   * The twin of every refusal: the same bearer, the same key, the same resource, nothing broken.
   */
  private void accepts(Hop hop) {
    Answer answer = chain().web().get(hop.resource(), chain().forge().good(hop.kind().allowed()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
