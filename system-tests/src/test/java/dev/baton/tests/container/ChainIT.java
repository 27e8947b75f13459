package dev.baton.tests.container;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.BadRequestsAtTheFrontDoor;
import dev.baton.tests.chain.Chain;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.HopsRefuseOnTheirOwn;
import dev.baton.tests.chain.OneTokenAllTheWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

@Tag("container")
class ChainIT {

  private static final ContainerChain CHAIN = new ContainerChain();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Map<Hop.Kind, Long> ONCE_EACH =
      Arrays.stream(Hop.Kind.values()).collect(toMap(kind -> kind, kind -> 1L));

  @RegisterExtension
  static final TestWatcher PRINT_LOGS =
      new TestWatcher() {
        private boolean printed;

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
          if (!printed) {
            System.out.println(CHAIN.logs());
            printed = true;
          }
        }
      };

  @BeforeAll
  static void start() {
    StaticKeyServices.stop();
    try {
      CHAIN.start();
    } catch (RuntimeException e) {
      System.out.println(CHAIN.logs());
      throw e;
    }
  }

  @AfterAll
  static void stop() {
    CHAIN.stop();
  }

  @Nested
  class OneToken extends OneTokenAllTheWay {
    @Override
    protected Chain chain() {
      return CHAIN;
    }

    @Test
    void theSameBytesCameInAtEveryHop() throws InterruptedException {
      String token = CHAIN.tokenOf("olga");

      assertThat(CHAIN.web().get(order("1"), token).status()).isEqualTo(200);

      eventually(() -> assertThat(timesSeenByKind(token)).isEqualTo(ONCE_EACH));
    }

    private static Map<Hop.Kind, Long> timesSeenByKind(String token) {
      return CHAIN.hops().stream()
          .collect(groupingBy(Hop::kind, summingLong(hop -> timesSeen(token, hop))));
    }

    private static long timesSeen(String token, Hop hop) {
      return CHAIN.wireOf(hop).stream()
          .filter(line -> line.endsWith(" 200 Bearer " + token))
          .count();
    }

    /** The servers write their access logs a moment after they have answered. */
    private static void eventually(Runnable assertion) throws InterruptedException {
      Instant end = Instant.now().plus(PATIENCE);
      while (true) {
        try {
          assertion.run();
          return;
        } catch (AssertionError e) {
          if (Instant.now().isAfter(end)) {
            throw e;
          }
          Thread.sleep(200);
        }
      }
    }
  }

  @Nested
  class Refusals extends HopsRefuseOnTheirOwn {
    @Override
    protected Chain chain() {
      return CHAIN;
    }
  }

  @Nested
  class FrontDoor extends BadRequestsAtTheFrontDoor {
    @Override
    protected Chain chain() {
      return CHAIN;
    }
  }
}
