package dev.baton.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps out of the traces what may hold a secret: queries, exceptions' words, and whatever looks
 * like a token.
 */
public final class TraceContent implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    configuration.addSpanExporterCustomizer((exporter, settings) -> new Clean(exporter));
  }

  private record Clean(SpanExporter exporter) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return exporter.export(spans.stream().map(CleanSpan::new).collect(Collectors.toList()));
    }

    @Override
    public CompletableResultCode flush() {
      return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return exporter.shutdown();
    }
  }

  /** A span without what may hold a secret. */
  static final class CleanSpan extends DelegatingSpanData {
    private static final Set<String> NEVER = Set.of("url.query", "user_agent.original");
    private static final String FULL = "url.full";
    private static final String HIDDEN = "-";
    private static final Pattern LIKE_A_TOKEN =
        Pattern.compile("[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}");

    CleanSpan(SpanData span) {
      super(span);
    }

    @Override
    public String getName() {
      return hidden(super.getName());
    }

    @Override
    public Attributes getAttributes() {
      return super.getAttributes().toBuilder()
          .removeIf(key -> NEVER.contains(key.getKey()))
          .putAll(cleaned(super.getAttributes()))
          .build();
    }

    /** Exceptions are in the logs. */
    @Override
    public List<EventData> getEvents() {
      return List.of();
    }

    private static Attributes cleaned(Attributes all) {
      AttributesBuilder cleaned = Attributes.builder();
      all.forEach(
          (key, value) -> {
            if (value instanceof String text && !NEVER.contains(key.getKey())) {
              cleaned.put(AttributeKey.stringKey(key.getKey()), clean(key.getKey(), text));
            }
          });
      return cleaned.build();
    }

    private static String clean(String key, String text) {
      return hidden(key.equals(FULL) ? text.replaceFirst("\\?.*", "") : text);
    }

    private static String hidden(String text) {
      return LIKE_A_TOKEN.matcher(text).find() ? HIDDEN : text;
    }
  }
}
