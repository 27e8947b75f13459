package dev.baton.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HopSpansTest {
  private static final long MILLI = 1_000_000;

  private final InMemorySpanExporter told = InMemorySpanExporter.create();
  private final HopSpans spans =
      new HopSpans(
          SdkTracerProvider.builder()
              .addSpanProcessor(SimpleSpanProcessor.create(told))
              .build()
              .get("test"));

  @Test
  void aStepIsASpanOfTheTimeThatItTook() {
    spans.ended("service-b", "db", "", 7 * MILLI);

    SpanData span = told.getFinishedSpanItems().get(0);
    assertThat(span.getName()).isEqualTo("service-b.db");
    assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(7 * MILLI);
    assertThat(span.getAttributes().isEmpty()).isTrue();
  }

  @Test
  void theCacheTellsItsOutcome() {
    spans.ended("service-b", "cache", "hit", MILLI);

    assertThat(told.getFinishedSpanItems().get(0).getAttributes().asMap())
        .containsExactly(Map.entry(AttributeKey.stringKey("hop.outcome"), "hit"));
  }

  @Test
  void callsAndTotalsAreTheContainersToTell() {
    spans.ended("service-b", "call", "", MILLI);
    spans.ended("service-b", "total", "", MILLI);

    assertThat(told.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void aRefusalHangsOnWhatTheRequestBrought() {
    spans.refused("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "GET", "expired");

    SpanData span = told.getFinishedSpanItems().get(0);
    assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("hop.refused")))
        .isEqualTo("expired");
  }

  @Test
  void whatIsNotSampledIsNotTold() {
    spans.refused("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00", "GET", "expired");

    assertThat(told.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void withoutTracesNothingHappens() {
    assertThatCode(() -> new HopSpans().ended("service-b", "db", "", 1)).doesNotThrowAnyException();
  }
}
