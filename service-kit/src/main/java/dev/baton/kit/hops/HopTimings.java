package dev.baton.kit.hops;

import dev.baton.kit.trace.HopSpans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this tier did for the request that this thread serves, in the order in which it ended,
 * followed by what the next tiers told. Kept between {@link #begin} and {@link #end}; work that
 * belongs to no request is not.
 *
 * <p>Entries have the form {@code <tier>.<step>;dur=<milliseconds>;desc="<description>"} (W3C
 * Server Timing).
 */
@ApplicationScoped
public class HopTimings {
  private final ThreadLocal<Told> current = new ThreadLocal<>();
  private final String tier;
  private final HopSpans spans;

  /** For the container's client proxy. */
  protected HopTimings() {
    this("", null);
  }

  @Inject
  public HopTimings(@ConfigProperty(name = "baton.tier") String tier, HopSpans spans) {
    this.tier = tier;
    this.spans = spans;
  }

  /** A request begins. */
  public void begin() {
    current.set(new Told(new ArrayList<>(8), new ArrayList<>(2)));
  }

  /** The request is answered. */
  public void end() {
    current.remove();
  }

  /**
   * Adds one step of this tier.
   *
   * @param step verify, cache, db, call or total
   * @param description what came of it: fingerprint, hit, miss; empty for none; no quotes or
   *     control characters
   * @param nanos how long it took, in nanoseconds, 0 or more
   */
  public void add(String step, String description, long nanos) {
    Told told = current.get();
    if (told != null) {
      told.steps().add(new Step(step, description, nanos));
    }
    spans.ended(tier, step, description, nanos);
  }

  /** Does one step of this tier and adds how long it took, whether it succeeds or not. */
  public <T> T timed(String step, Supplier<T> work) {
    long started = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(step, "", System.nanoTime() - started);
    }
  }

  /**
   * Takes over what the next tier told.
   *
   * @param serverTiming the value of its Server-Timing header, or null where it told nothing
   */
  public void handOn(String serverTiming) {
    Told told = current.get();
    if (told != null) {
      told.handedOn().add(serverTiming);
    }
  }

  /**
   * The value of this tier's Server-Timing header: its own entries, then those of the next tiers.
   */
  public String header() {
    ServerTiming timing = new ServerTiming();
    Told told = current.get();
    if (told != null) {
      told.steps()
          .forEach(step -> timing.add(tier + "." + step.name(), step.description(), step.nanos()));
      told.handedOn().forEach(timing::addAll);
    }
    return timing.toString();
  }

  private record Told(List<Step> steps, List<String> handedOn) {}

  private record Step(String name, String description, long nanos) {}
}
