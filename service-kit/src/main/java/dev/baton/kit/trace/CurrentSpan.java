package dev.baton.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** The span that the container keeps of the request on this thread. */
public final class CurrentSpan {
  private static final String VERSION = "00";

  private static final String TOKEN = "hop.token";

  private CurrentSpan() {}

  /** Tells which token this hop saw, by its fingerprint. */
  public static void saw(String fingerprint) {
    Span.current().setAttribute(TOKEN, fingerprint);
  }

  /** Its position in the trace (W3C Trace Context section 3.2); empty where no traces are kept. */
  public static Optional<String> traceparent() {
    SpanContext span = Span.current().getSpanContext();
    if (!span.isValid()) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(
            "-", VERSION, span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()));
  }
}
