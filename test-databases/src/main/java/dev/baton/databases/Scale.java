package dev.baton.databases;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Compares what one thing costs on a small and on a large database. The rounds take turns, so that
 * whatever else the machine does falls on both.
 */
public final class Scale {
  private static final int ROUNDS = 31;
  private static final int WARM_UP = 20;
  private static final int CALLS = 20;

  private final DatabaseKind kind;
  private long next;

  /**
   * @param kind of both databases
   */
  public Scale(DatabaseKind kind) {
    this.kind = kind;
  }

  /**
   * Prints one row of a table and tells how many times as much the large one costs.
   *
   * @param what is done
   * @param small does it on the small database; is given a number that was not given before
   * @param large does it on the large one
   */
  public double compare(String what, LongConsumer small, LongConsumer large) {
    for (int i = 0; i < WARM_UP; i++) {
      time(small);
      time(large);
    }
    double[] onSmall = new double[ROUNDS];
    double[] onLarge = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      onSmall[i] = time(small);
      onLarge[i] = time(large);
    }
    return print(what, median(onSmall), median(onLarge));
  }

  private double time(LongConsumer work) {
    long started = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      work.accept(next++);
    }
    return (System.nanoTime() - started) / 1e3 / CALLS;
  }

  private double print(String what, double small, double large) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.2f |%n",
        what,
        kind.name().toLowerCase(Locale.ROOT),
        small,
        large,
        large / small);
    return large / small;
  }

  private static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
