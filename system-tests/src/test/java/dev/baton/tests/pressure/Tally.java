package dev.baton.tests.pressure;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of all requests.
 *
 * @param time how long they were sent
 */
public record Tally(List<Sample> samples, Duration time) {

  /** Requests answered with 200, per second. */
  public double goodput() {
    return samples.stream().filter(Sample::isGood).count() * 1000.0 / time.toMillis();
  }

  /** How many were sent away. */
  public long sentAway() {
    return samples.stream().filter(Sample::isSentAway).count();
  }

  /** Neither answered nor sent away as one should be. */
  public List<String> failures() {
    return samples.stream()
        .filter(one -> !one.isGood() && !one.isSentAway())
        .map(Sample::toString)
        .toList();
  }

  /** How long 90 of 100 good answers took at most: a pause of the machine does not count. */
  public Duration mostGood() {
    return percentile(90, Sample::isGood);
  }

  /** How long 99 of 100 good answers took at most. */
  public Duration slowestGood() {
    return percentile(99, Sample::isGood);
  }

  /** How long 99 of 100 of those that were sent away waited at most. */
  public Duration slowestSentAway() {
    return percentile(99, Sample::isSentAway);
  }

  private Duration percentile(int percent, Predicate<Sample> which) {
    List<Duration> sorted = samples.stream().filter(which).map(Sample::took).sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() * percent / 100);
  }

  @Override
  public String toString() {
    return "%d requests, %.0f/s good (p90 %d ms, p99 %d ms), %d sent away (p99 %d ms), %d failed"
        .formatted(
            samples.size(),
            goodput(),
            mostGood().toMillis(),
            slowestGood().toMillis(),
            sentAway(),
            slowestSentAway().toMillis(),
            failures().size());
  }
}
