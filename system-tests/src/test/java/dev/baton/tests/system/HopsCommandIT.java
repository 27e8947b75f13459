package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./baton hops} draws the hops that architecture.md numbers. */
@Tag("system")
class HopsCommandIT {
  private static final Pattern NUMBER = Pattern.compile("(?m)^ {2,3}(\\d+)  ");
  private static final Pattern FINGERPRINT = Pattern.compile("verifies the token .*token (\\S+)");
  private static final List<Integer> ALL = IntStream.rangeClosed(1, 17).boxed().toList();
  private static final List<Integer> DATABASES = List.of(6, 11, 16);

  private static final Pattern TRACE = Pattern.compile("baton trace ([0-9a-f]{32})");
  private static final Pattern TIME = Pattern.compile("\"time\":\"([0-9T:.-]*)");
  private static final Pattern HOP = Pattern.compile("\"hop\":\"([a-z-]+)\"");

  private final LocalChain chain = new LocalChain();

  @Test
  void theFirstRequestTakesSeventeenHopsAndTheNextFindsTheCaches() {
    String path = pathNobodyAskedFor();

    String next = chain.baton("hops", path);

    assertThat(numbers(next)).doesNotContainAnyElementsOf(DATABASES).contains(1, 5, 10, 15, 17);
    assertThat(next).contains("cache hit").doesNotContain("cache miss");
  }

  @Test
  void theFingerprintIsTheSameFourTimes() {
    List<String> fingerprints =
        FINGERPRINT
            .matcher(chain.baton("hops", "/api/orders/1"))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(fingerprints).hasSize(4).allMatch(one -> one.matches("[0-9a-f]{16}"));
    assertThat(fingerprints).containsOnly(fingerprints.get(0));
  }

  @Test
  void theRefusedRequestSaysSo() {
    assertThat(chain.baton("hops", "/api/orders/1", "--as", "walter"))
        .startsWith("GET /api/orders/1 as walter: 403");
  }

  @Test
  void everyServersLogLineOfTheRequestIsFound() {
    Matcher found = TRACE.matcher(chain.baton("hops", "/api/orders/1"));
    assertThat(found.find()).isTrue();

    String lines = chain.baton("trace", found.group(1));
    assertThat(TIME.matcher(lines).results().map(time -> time.group(1)))
        .isSortedAccordingTo(Comparator.naturalOrder());

    assertThat(HOP.matcher(lines).results().map(hop -> hop.group(1)))
        .containsExactly("lb", "gateway", "service-a", "service-b", "service-c");
  }

  /** Other tests have warmed some of the thousand orders, and an article serves two of them. */
  private String pathNobodyAskedFor() {
    return new Random()
        .ints(20, 1, 1001)
        .mapToObj(id -> "/api/orders/" + id)
        .filter(path -> numbers(chain.baton("hops", path)).equals(ALL))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> numbers(String drawn) {
    return NUMBER.matcher(drawn).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }
}
