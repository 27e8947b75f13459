package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.problem.TraceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String REQUEST = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void harmlessRequestIdIsKept() {
    String longest = "a".repeat(64);

    assertThat(RequestId.keptOrNew("Abc-1._9")).isEqualTo("Abc-1._9");
    assertThat(RequestId.keptOrNew(longest)).isEqualTo(longest);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "a b",
        "a\r\nX: 1",
        "<a>",
        "\u00e9",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void anyOtherRequestIdIsMadeNew(String came) {
    assertThat(RequestId.keptOrNew(came)).matches("[0-9a-f]{32}");
    assertThat(RequestId.keptOrNew(came)).isNotEqualTo(RequestId.keptOrNew(came));
  }

  @Test
  void validTraceGoesOn() {
    assertThat(TraceParent.keptOrNew(TRACE, REQUEST)).isEqualTo(TRACE);
  }

  @Test
  void aNewTraceHasTheIdOfTheRequest() {
    assertThat(TraceParent.keptOrNew(null, REQUEST)).startsWith("00-" + REQUEST + "-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abc-1._9", "00000000000000000000000000000000"})
  void aRequestIdThatIsNoTraceIdIsNotOne(String request) {
    String fresh = TraceParent.keptOrNew(null, request);

    assertThat(TraceId.isValid(fresh)).isTrue();
    assertThat(fresh).doesNotContain(request);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "junk"
      })
  void invalidTraceBeginsANewOne(String came) {
    String fresh = TraceParent.keptOrNew(came, "no-trace-id");

    assertThat(TraceId.isValid(fresh)).isTrue();
    assertThat(fresh).isNotEqualTo(came);
  }
}
