package dev.baton.tests.chain;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of the {@code Server-Timing} header: {@code <tier>.<step>;dur=<ms>;desc="<...>"}.
 *
 * @param millis how long the step took
 */
public record HopStep(String tier, String step, double millis, String description) {

  private static final Pattern ENTRY =
      Pattern.compile("([a-z-]+)\\.([a-z]+);dur=([0-9.]+)(?:;desc=\"([^\"]*)\")?");

  public static Stream<HopStep> parse(String header) {
    return ENTRY
        .matcher(header)
        .results()
        .map(
            one ->
                new HopStep(
                    one.group(1),
                    one.group(2),
                    Double.parseDouble(one.group(3)),
                    one.group(4) == null ? "" : one.group(4)));
  }
}
