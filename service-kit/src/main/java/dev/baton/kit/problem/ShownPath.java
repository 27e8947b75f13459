package dev.baton.kit.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A request's path as it may be shown in an answer or a log: without query and path parameters,
 * bounded, and without any segment that could be a token.
 */
public final class ShownPath {

  private static final int LONGEST = 256;
  private static final String HIDDEN = "-";
  private static final String JWS_START = "eyJ";

  private ShownPath() {}

  /** The showable form of a raw path; null for null. */
  public static String of(String rawPath) {
    if (rawPath == null) {
      return null;
    }
    String path = rawPath.length() > LONGEST ? rawPath.substring(0, LONGEST) : rawPath;
    if (path.indexOf(';') < 0 && !path.contains(JWS_START)) {
      return path;
    }
    return Arrays.stream(path.split("/", -1))
        .map(ShownPath::shown)
        .collect(Collectors.joining("/"));
  }

  private static String shown(String segment) {
    if (segment.contains(JWS_START)) {
      return HIDDEN;
    }
    int parameters = segment.indexOf(';');
    return parameters < 0 ? segment : segment.substring(0, parameters);
  }
}
