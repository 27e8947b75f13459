package dev.baton.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.trace.TraceContent.CleanSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceContentTest {
  private static final String TOKEN =
      "eyJhbGciOiJSUzI1NiJ9aaaa.eyJzdWIiOiJhbGljZSJ9aaaa.c2lnbmF0dXJlc2lnbmF0dXJl";

  @Test
  void queriesAreLeftOut() {
    SpanData clean =
        cleaned(
            Attributes.builder()
                .put("url.query", "after=0")
                .put("url.full", "http://b:9121/stock/SKU-0000?after=0")
                .build());

    assertThat(clean.getAttributes().asMap())
        .containsExactly(
            Map.entry(AttributeKey.stringKey("url.full"), "http://b:9121/stock/SKU-0000"));
  }

  @Test
  void whatLooksLikeATokenIsHidden() {
    SpanData clean =
        cleaned(
            Attributes.builder()
                .put("url.path", "/orders/" + TOKEN)
                .put("http.request.method", "GET")
                .put("http.response.status_code", 404L)
                .build());

    assertThat(clean.getAttributes().asMap().toString()).doesNotContain(TOKEN);
    assertThat(clean.getAttributes().get(AttributeKey.stringKey("url.path"))).isEqualTo("-");
    assertThat(clean.getAttributes().get(AttributeKey.stringKey("http.request.method")))
        .isEqualTo("GET");
    assertThat(clean.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(404L);
  }

  @Test
  void aNameThatLooksLikeATokenIsHidden() {
    assertThat(new CleanSpan(span("GET /" + TOKEN, Attributes.empty())).getName()).isEqualTo("-");
  }

  private static SpanData cleaned(Attributes attributes) {
    return new CleanSpan(span("GET", attributes));
  }

  private static SpanData span(String name, Attributes attributes) {
    return TestSpanData.builder()
        .setName(name)
        .setKind(SpanKind.SERVER)
        .setStatus(StatusData.unset())
        .setStartEpochNanos(1)
        .setEndEpochNanos(2)
        .setHasEnded(true)
        .setAttributes(attributes)
        .build();
  }
}
