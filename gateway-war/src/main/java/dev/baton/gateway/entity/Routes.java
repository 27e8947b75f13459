package dev.baton.gateway.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The route table: which service serves a public path. The longest prefix wins. */
public final class Routes {

  private final List<Route> longestFirst;
  private final List<Pattern> closed;

  private Routes(List<Route> routes, List<Pattern> closed) {
    this.longestFirst =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed())
            .toList();
    this.closed = closed;
  }

  /** The table that routes nothing. */
  public static Routes none() {
    return new Routes(List.of(), List.of());
  }

  /**
   * Reads the table from its configuration.
   *
   * @param routes {@code prefix=service}, comma separated
   * @param closed public paths that stay closed although a route holds them, comma separated; a
   *     star stands for one segment
   * @throws IllegalArgumentException for a line that is no route, a prefix twice, or an empty table
   */
  public static Routes parse(String routes, String closed) {
    List<Route> parsed = lines(routes).stream().map(Routes::route).toList();
    Set<String> prefixes = parsed.stream().map(Route::prefix).collect(Collectors.toSet());
    if (parsed.isEmpty() || prefixes.size() < parsed.size()) {
      throw new IllegalArgumentException("No route, or a prefix twice: " + routes);
    }
    return new Routes(parsed, lines(closed).stream().map(Routes::pattern).toList());
  }

  /** The route of a checked path. */
  public Optional<Route> find(String path) {
    if (closed.stream().anyMatch(pattern -> pattern.matcher(path).find())) {
      return Optional.empty();
    }
    return longestFirst.stream().filter(route -> route.holds(path)).findFirst();
  }

  /** The names of all services that have a route. */
  public Set<String> services() {
    Set<String> services = new HashSet<>();
    longestFirst.forEach(route -> services.add(route.service()));
    return services;
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Route route(String line) {
    String[] parts = line.split("=", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Not a route: " + line);
    }
    return new Route(parts[0].strip(), parts[1].strip());
  }

  private static Pattern pattern(String path) {
    String segments =
        Arrays.stream(path.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+"));
    return Pattern.compile("^" + segments + "(/|$)");
  }
}
