package dev.baton.kit.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

  @Test
  void theTagThatGetAnsweredIsMet() {
    String tag = new RowTag(7).toString();

    assertThatNoException().isThrownBy(() -> match(tag).require(7));
    assertStatus(412, () -> match(tag).require(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"6\", \"7\"", "\"6\",\"7\"", " \"7\" "})
  void aStarAndAListAreMetToo(String ifMatch) {
    assertThatNoException().isThrownBy(() -> match(ifMatch).require(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"7\"", "7", "\"07\"", "\"\"", "'7'"})
  void aWeakTagAndWhatIsNoTagOfOursAreNot(String ifMatch) {
    assertStatus(412, () -> match(ifMatch).require(7));
  }

  @Test
  void whoReplacesDoesNotCreate() {
    assertStatus(412, () -> match("*").requireAbsent());
  }

  @Test
  void whoCreatesDoesNotReplace() {
    Precondition none = Precondition.of(null, List.of("*"));

    assertThatNoException().isThrownBy(none::requireAbsent);
    assertStatus(412, () -> none.require(0));
  }

  @Test
  void withoutOneTheRequestIsRefused() {
    assertStatus(428, () -> Precondition.of(null, null));
    assertStatus(428, () -> Precondition.of(List.of(""), List.of()));
  }

  @Test
  void aTagInIfNoneMatchIsRefused() {
    assertStatus(400, () -> Precondition.of(null, List.of("\"7\"")));
    assertStatus(400, () -> Precondition.of(List.of("\"7\""), List.of("*")));
  }

  private static Precondition match(String value) {
    return Precondition.of(List.of(value), null);
  }

  private static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(status));
  }
}
