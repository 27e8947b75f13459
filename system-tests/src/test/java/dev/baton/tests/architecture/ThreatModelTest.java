package dev.baton.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every claim of docs/threat-model.md names a test, and that test exists. */
class ThreatModelTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern CLAIM = Pattern.compile("(?m)^\\| (?!threat|asset|---).*\\|$");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
  private static final List<String> MODULES =
      List.of(
          "service-kit",
          "gateway-war",
          "service-a-war",
          "service-b-war",
          "service-c-war",
          "system-tests");

  private final String model = read(PROJECT.resolve("docs/threat-model.md"));

  @Test
  void everyNamedTestExists() {
    assertThat(NAMED.matcher(model).results()).isNotEmpty().allMatch(ThreatModelTest::exists);
  }

  @Test
  void everyThreatHasItsTest() {
    String threats = model.substring(model.indexOf("## E1"), model.indexOf("## Why"));

    assertThat(CLAIM.matcher(threats).results().map(MatchResult::group))
        .isNotEmpty()
        .allMatch(row -> NAMED.matcher(row).find());
  }

  private static boolean exists(MatchResult named) {
    Pattern method = Pattern.compile("\\b" + named.group(2) + "\\(");
    return MODULES.stream()
        .flatMap(module -> sourcesOf(module, named.group(1)))
        .anyMatch(source -> method.matcher(read(source)).find());
  }

  private static Stream<Path> sourcesOf(String module, String name) {
    Path tests = PROJECT.resolve(module).resolve("src/test/java");
    try (Stream<Path> files = Files.walk(tests)) {
      return files
          .filter(file -> file.getFileName().toString().equals(name + ".java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
