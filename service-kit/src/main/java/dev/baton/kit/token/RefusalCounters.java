package dev.baton.kit.token;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** {@code baton_token_refusals_total}, one counter for each cause, all there from the start. */
final class RefusalCounters {

  private static final String NAME = "baton_token_refusals";

  private final Map<Refusal, Counter> counters = new EnumMap<>(Refusal.class);

  RefusalCounters(MetricRegistry registry) {
    for (Refusal refusal : Refusal.values()) {
      counters.put(refusal, registry.counter(NAME, new Tag("cause", refusal.cause())));
    }
  }

  void count(Refusal refusal) {
    counters.get(refusal).inc();
  }
}
