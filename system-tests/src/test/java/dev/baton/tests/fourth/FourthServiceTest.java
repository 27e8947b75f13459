package dev.baton.tests.fourth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.architecture.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/a-fourth-service.md, done by {@code system-tests/fourth/generate}: what it touches. */
class FourthServiceTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> NEW = List.of("service-d-war/", "liberty-config/service-d/");

  /** What the service in front asks the new one is that service's own business. */
  private static final String CALLER = "service-c-war/src/main/java/dev/baton/prices/";

  @TempDir private Path copy;

  @Test
  void aFourthServiceNeedsItsFoldersALineInThePomAndAGroupInTheInventory() throws Exception {
    copyProject();
    SortedMap<String, String> before = files(copy);
    generate();
    SortedMap<String, String> after = files(copy);

    assertThat(after.keySet()).containsAll(before.keySet());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet()).anyMatch(file -> file.startsWith(NEW.get(0)));
    assertThat(after.keySet()).anyMatch(file -> file.startsWith(NEW.get(1)));
    after.keySet().removeIf(file -> NEW.stream().anyMatch(file::startsWith));
    after.keySet().removeIf(file -> file.startsWith(CALLER));
    assertThat(after.keySet()).containsExactly("ansible/inventories/single/hosts.yml", "pom.xml");
    assertThat(linesMore("pom.xml", before, after)).isEqualTo(1);
    assertThat(linesMore("ansible/inventories/single/hosts.yml", before, after)).isEqualTo(1);
  }

  private static long linesMore(
      String file, SortedMap<String, String> before, SortedMap<String, String> after) {
    return after.get(file).lines().count() - before.get(file).lines().count();
  }

  private void generate() throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                PROJECT.resolve("system-tests/fourth/generate").toString(), copy.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(generator.getInputStream().readAllBytes());
    assertThat(generator.waitFor()).as(told).isZero();
  }

  private void copyProject() throws IOException {
    for (Path file : ProjectFiles.below(PROJECT)) {
      Path to = copy.resolve(PROJECT.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : ProjectFiles.below(folder)) {
      files.put(
          folder.relativize(file).toString(),
          Arrays.hashCode(Files.readAllBytes(file)) + text(file));
    }
    return files;
  }

  private static String text(Path file) throws IOException {
    return "\n"
        + new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
