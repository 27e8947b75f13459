package dev.baton.tests.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link in the project's pages leads somewhere, and every page is linked from another. */
class DocumentationTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DECISIONS = PROJECT.resolve("docs/decisions");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

  /** A link from a page to a file, and to a heading of it where the anchor is not empty. */
  private record Link(Path page, Path file, String anchor) {
    static Link of(Path page, String target) {
      int hash = (target + "#").indexOf('#');
      String file = target.substring(0, hash);
      Path to = file.isEmpty() ? page : page.resolveSibling(file).normalize();
      return new Link(page, to, target.substring(Math.min(hash + 1, target.length())));
    }

    boolean isBroken() {
      if (!Files.exists(file)) {
        return true;
      }
      return !anchor.isEmpty() && !anchors(file).contains(anchor);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(links()).isNotEmpty().noneMatch(Link::isBroken);
  }

  @Test
  void everyPageIsLinkedFromAnother() {
    assertThat(linked(link -> !link.page().equals(link.file())))
        .containsAll(in(PROJECT.resolve("docs")));
  }

  @Test
  void everyDecisionIsInTheirList() {
    Path list = DECISIONS.resolve("README.md");

    assertThat(in(DECISIONS))
        .filteredOn(page -> !page.equals(list))
        .isNotEmpty()
        .allMatch(linked(link -> link.page().equals(list))::contains);
  }

  private static Set<Path> linked(Predicate<Link> which) {
    return links().stream().filter(which).map(Link::file).collect(toSet());
  }

  private static List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
          .results()
          .map(found -> found.group(1))
          .filter(target -> !target.contains("://"))
          .map(target -> Link.of(page, target))
          .forEach(links::add);
    }
    return links;
  }

  private static List<Path> pages() {
    return Stream.of(PROJECT, PROJECT.resolve("docs"), DECISIONS)
        .flatMap(folder -> in(folder).stream())
        .toList();
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As GitHub makes them: in small letters, spaces as dashes, without punctuation. */
  private static Set<String> anchors(Path file) {
    return HEADING
        .matcher(CODE.matcher(read(file)).replaceAll(""))
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
