package dev.baton.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules that are applications: those that a folder says are. */
public final class Wars {
  private static final Path PROJECT = Path.of("..");

  private Wars() {}

  /** The gateway's module and that of each service, by name. */
  public static List<Path> folders() {
    return in(PROJECT).filter(folder -> folder.toString().endsWith("-war")).sorted().toList();
  }

  /** The services' modules alone. */
  public static List<Path> services() {
    return folders().stream()
        .filter(war -> war.getFileName().toString().startsWith("service-"))
        .toList();
  }

  static String domain(Path war) {
    return in(war.resolve("src/main/java/dev/baton"))
        .map(folder -> folder.getFileName().toString())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
