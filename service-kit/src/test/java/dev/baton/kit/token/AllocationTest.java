package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How many bytes each part of {@link HotPath} allocates: a count, the same on a slow machine and a
 * busy one. The bounds are a quarter above what the first compiler's code allocates; the second's
 * allocates less.
 */
class AllocationTest {

  private static final String BYTES = "gc.alloc.rate.norm";

  private static final Map<String, Double> MOST =
      Map.of(
          "verification", 8_600.0,
          "propagation", 1_280.0,
          "audit", 2_450.0,
          "json", 1_980.0,
          "timing", 620.0);

  @Test
  void theHotPathAllocatesNoMoreThanItDid() throws RunnerException {
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult part : measured()) {
      bytes.put(
          part.getPrimaryResult().getLabel(), part.getSecondaryResults().get(BYTES).getScore());
    }

    assertThat(bytes).hasSameSizeAs(MOST);
    assertThat(bytes).allSatisfy((part, now) -> assertThat(now).isBetween(1.0, MOST.get(part)));
  }

  private static Collection<RunResult> measured() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(HotPath.class.getName())
            .addProfiler(GCProfiler.class)
            .forks(0)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(250))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }
}
