package dev.baton.kit.trace;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class LoggedTraceTest {

  @Test
  void anApplicationThatIsStartedAgainBeginsAgain() {
    LoggedTrace.begin("service-a", "service-a-1");
    LoggedTrace.end();

    assertThatCode(() -> LoggedTrace.begin("service-a", "service-a-1")).doesNotThrowAnyException();
    LoggedTrace.end();
  }
}
