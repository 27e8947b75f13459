package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Hop;
import dev.baton.tests.tokens.Bearer;
import dev.baton.tests.tokens.UsedTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last class of a run: what all others sent stands in no log of any server. */
@Tag("system")
@Order(Integer.MAX_VALUE)
class NoTokenInLogsIT {

  private static final Pattern ANY_TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");
  private static final int SHORTEST_SECRET = 16;
  private static final int PART_LENGTH = 40;

  private final LocalChain chain = new LocalChain();

  @Test
  void noLogHoldsATokenOrASecret() {
    for (Hop hop : chain.hops()) {
      chain.web().get(hop.resource(), chain.forge().good(new Bearer("carol", "clerk")));
    }
    chain.web().get(chain.loadBalancer().resolve("/api/orders/1"), chain.tokenOf("carol"));
    Set<String> secrets = secrets();

    assertThat(secrets).hasSizeGreaterThan(chain.hops().size());
    for (Path log : files(chain.home().resolve(".baton/logs"))) {
      assertThat(findings(log, secrets)).as(log.toString()).isEmpty();
    }
  }

  @Test
  void aTokenInALogIsFound(@TempDir Path directory) throws IOException {
    String token = chain.forge().good(new Bearer("carol", "clerk"));
    Path log = directory.resolve("messages.log");
    Files.writeString(log, "one line\nAuthorization: Bearer " + token + "\n");
    assertThat(findings(log, secrets())).isNotEmpty();

    Files.writeString(log, "signature " + signatureOf(token) + "\n");
    assertThat(findings(log, secrets())).isNotEmpty();

    Files.writeString(log, "one line\n");
    assertThat(findings(log, secrets())).isEmpty();
  }

  private static List<String> findings(Path log, Set<String> secrets) {
    String text = read(log);
    List<String> found =
        secrets.stream().filter(text::contains).map(secret -> "a secret or a signature").toList();
    return ANY_TOKEN.matcher(text).find() ? List.of("a token") : found;
  }

  /** The signatures of all tokens that were used, and the passwords. */
  private Set<String> secrets() {
    Stream<String> signatures = UsedTokens.all().stream().map(NoTokenInLogsIT::signatureOf);
    Stream<String> passwords =
        files(chain.home().resolve(".baton/secrets")).stream().map(file -> read(file).strip());
    return Stream.concat(signatures, passwords)
        .filter(secret -> secret.length() >= SHORTEST_SECRET)
        .collect(Collectors.toSet());
  }

  /** Its beginning: enough to know it by. */
  private static String signatureOf(String token) {
    String signature = token.substring(token.lastIndexOf('.') + 1);
    return signature.substring(0, Math.min(PART_LENGTH, signature.length()));
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
