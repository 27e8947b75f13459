package dev.baton.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;

/**
 * Makes the spans that the container does not: of each look into a cache, each question to a
 * database, and of requests that the token guard refuses, which come no further. Where the server
 * keeps no traces there is no tracer, and nothing is done.
 */
@ApplicationScoped
public class HopSpans {
  private static final Set<String> STEPS = Set.of("cache", "db");
  private static final long UNAUTHORIZED = 401;
  private static final String OUTCOME = "hop.outcome";

  private final Tracer tracer;

  /** No traces; for the container's client proxy, too. */
  public HopSpans() {
    this.tracer = null;
  }

  @Inject
  public HopSpans(Instance<Tracer> tracers) {
    this(tracers.isResolvable() ? tracers.get() : null);
  }

  HopSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * Tells of a step that has just ended.
   *
   * @param tier whose step it was
   * @param step cache or db; any other is left to the container
   * @param outcome hit, miss, shared; empty for none
   * @param nanos how long it took, in nanoseconds
   */
  public void ended(String tier, String step, String outcome, long nanos) {
    if (tracer == null || !STEPS.contains(step)) {
      return;
    }
    Instant end = Instant.now();
    Span span =
        tracer.spanBuilder(tier + "." + step).setStartTimestamp(end.minusNanos(nanos)).startSpan();
    if (!outcome.isEmpty()) {
      span.setAttribute(OUTCOME, outcome);
    }
    span.end(end);
  }

  /**
   * Tells of a request that this hop has just refused.
   *
   * @param traceparent the request's position in its trace, valid
   * @param method as it came
   * @param cause why it was refused
   */
  public void refused(String traceparent, String method, String cause) {
    if (tracer == null) {
      return;
    }
    tracer
        .spanBuilder(method)
        .setParent(Context.root().with(Span.wrap(parent(traceparent))))
        .setSpanKind(SpanKind.SERVER)
        .setAttribute("http.request.method", method)
        .setAttribute("http.response.status_code", UNAUTHORIZED)
        .setAttribute("hop.refused", cause)
        .startSpan()
        .end();
  }

  private static SpanContext parent(String traceparent) {
    String[] parts = traceparent.split("-");
    return SpanContext.createFromRemoteParent(
        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
  }
}
