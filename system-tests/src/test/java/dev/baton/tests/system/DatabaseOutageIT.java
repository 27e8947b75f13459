package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database of prices is killed and comes back. An embedded one dies with its server only. */
@Tag("faults")
@Timeout(300)
class DatabaseOutageIT {
  private static final Path RUN = Path.of(System.getProperty("baton.home", ".."), ".baton", "run");
  private static final String CACHED = "/api/prices/SKU-0000";
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final Duration REFUSAL = Duration.ofSeconds(5);

  private final LocalChain chain = new LocalChain();
  private final String token = chain.tokenOf("alice");

  private int article = (int) (System.nanoTime() / 1_000 % 90);

  @BeforeEach
  void fillTheCache() throws IOException {
    assertThat(database()).as("a database of its own process").exists();
    assertThat(get(CACHED).status()).isEqualTo(200);
  }

  @AfterEach
  void repair() {
    chain.baton("up");
  }

  @Test
  void cachedIsAnsweredTheRestIsRefusedAndAllIsBackByItself() throws Exception {
    long process = Long.parseLong(Files.readString(database()).strip());
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
    ProcessHandle.of(process).ifPresent(dead -> dead.onExit().join());

    assertThat(get(CACHED).status()).isEqualTo(200);
    assertRefusedSoon();

    chain.baton("up");
    long started = System.nanoTime();
    while (get(uncached()).status() != 200) {
      assertThat(since(started)).isLessThan(RECOVERY);
    }
    assertThat(get(uncached()).status()).isEqualTo(200);
  }

  private void assertRefusedSoon() {
    long started = System.nanoTime();
    Answer refused = get(uncached());

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(since(started)).isLessThan(REFUSAL);
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Of articles that no other test of this part asks for, but for a few. */
  private String uncached() {
    return "/api/prices/SKU-%04d".formatted(400 + article++ % 90);
  }

  private Answer get(String path) {
    return chain.web().get(chain.loadBalancer().resolve(path), token);
  }

  private static Path database() throws IOException {
    try (Stream<Path> files = Files.list(RUN)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("database-(service-c|postgresql).pid"))
          .findFirst()
          .orElse(RUN.resolve("database-service-c.pid"));
    }
  }
}
