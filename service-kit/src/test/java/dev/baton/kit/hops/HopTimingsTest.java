package dev.baton.kit.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.trace.HopSpans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HopTimingsTest {
  private final HopTimings hops = new HopTimings("service-a", new HopSpans());

  @BeforeEach
  void begin() {
    hops.begin();
  }

  @Test
  void whatBelongsToNoRequestIsNotTold() {
    hops.end();
    hops.add("db", "", 1_000_000);
    hops.handOn("service-b.total;dur=2.000");
    assertThat(hops.header()).isEmpty();

    hops.begin();
    assertThat(hops.header()).isEmpty();
  }

  @Test
  void eachThreadTellsItsOwnRequest() throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              hops.begin();
              hops.add("db", "", 1_000_000);
            });
    other.start();
    other.join();

    assertThat(hops.header()).isEmpty();
  }

  @Test
  void nanosecondsAreToldInMilliseconds() {
    hops.add("call", "", 1_234_567);

    assertThat(hops.header()).isEqualTo("service-a.call;dur=1.235");
  }

  @Test
  void descriptionIsQuoted() {
    hops.add("cache", "hit", 0);

    assertThat(hops.header()).isEqualTo("service-a.cache;dur=0.000;desc=\"hit\"");
  }

  @Test
  void nextTierComesAfterThisOne() {
    hops.handOn("service-b.total;dur=2.000");
    hops.add("total", "", 3_000_000);

    assertThat(hops.header()).isEqualTo("service-a.total;dur=3.000, service-b.total;dur=2.000");
  }

  @Test
  void silentNextTierLeavesNoTrace() {
    hops.add("total", "", 1_000_000);
    hops.handOn(null);
    hops.handOn(" ");

    assertThat(hops.header()).isEqualTo("service-a.total;dur=1.000");
  }

  @Test
  void timedTellsAlsoOfWorkThatFails() {
    assertThatThrownBy(
            () ->
                hops.timed(
                    "call",
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");

    assertThat(hops.header()).startsWith("service-a.call;dur=");
  }
}
