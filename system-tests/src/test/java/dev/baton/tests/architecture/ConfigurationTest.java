package dev.baton.tests.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md names every variable that the code and the configuration know, and no
 * other.
 */
class ConfigurationTest {
  private static final Path PROJECT = Path.of("..");
  private static final List<Path> SCRIPTS =
      Stream.of("baton", "system-tests/fleet/fleet", "system-tests/fleet/test")
          .map(PROJECT::resolve)
          .toList();

  /** Of each service, by its letter. */
  private static final String INSTANCES = "baton.service.x.instances";

  private static final Pattern IN_JAVA = Pattern.compile("\"(baton(?:\\.[a-z]+)+)\"");
  private static final Pattern IN_XML =
      Pattern.compile("(?:\\$\\{|\\(|name=\")(baton(?:\\.[a-z0-9]+)+)[})\"]");
  private static final Pattern IN_PROPERTIES =
      Pattern.compile("(?m)^(baton(?:\\.[a-z]+)+)=|\\$\\{(baton(?:\\.[a-z]+)+)}");
  private static final Pattern IN_ENVIRONMENT = Pattern.compile("(?m)^(BATON_[A-Z0-9_]+)=");
  private static final Pattern IN_SCRIPT = Pattern.compile("\\$\\{(BATON_[A-Z0-9_]+)");
  private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `([A-Za-z0-9._]+)` \\|");

  @Test
  void theTableNamesEveryVariableAndNoOther() throws IOException {
    SortedSet<String> known = new TreeSet<>(Set.of(INSTANCES));
    known.addAll(names(IN_JAVA, "src/main/java", ".java"));
    known.addAll(names(IN_PROPERTIES, "src/main/resources", ".properties"));
    known.addAll(names(IN_XML, "liberty-config", ".xml"));
    known.addAll(names(IN_ENVIRONMENT, "liberty-config", ".env"));
    for (Path script : SCRIPTS) {
      known.addAll(matches(IN_ENVIRONMENT, Files.readString(script)));
      known.addAll(matches(IN_SCRIPT, Files.readString(script)));
    }

    assertThat(matches(IN_TABLE, Files.readString(PROJECT.resolve("docs/configuration.md"))))
        .containsExactlyElementsOf(known);
  }

  private static SortedSet<String> names(Pattern pattern, String folder, String suffix)
      throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (Path file : ProjectFiles.below(PROJECT)) {
      if (file.toString().contains("/" + folder + "/") && file.toString().endsWith(suffix)) {
        names.addAll(matches(pattern, Files.readString(file)));
      }
    }
    return names;
  }

  private static SortedSet<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
        .map(ConfigurationTest::propertyName)
        .collect(toCollection(TreeSet::new));
  }

  private static String propertyName(String name) {
    return name.startsWith("BATON_") ? name.toLowerCase().replace('_', '.') : name;
  }
}
