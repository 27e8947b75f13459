package dev.baton.gateway.entity;

/**
 * One line of the route table.
 *
 * @param prefix the public path, for example {@code /api/orders}; all below it belongs to it
 * @param service the service that serves it, for example {@code service-a}
 */
public record Route(String prefix, String service) {

  /** What public paths begin with and the services' own paths do not. */
  public static final String PUBLIC_BASE = "/api";

  /**
   * @throws IllegalArgumentException when the prefix is not below {@link #PUBLIC_BASE}, or a part
   *     is missing
   */
  public Route {
    if (!prefix.startsWith(PUBLIC_BASE + "/") || prefix.endsWith("/") || service.isBlank()) {
      throw new IllegalArgumentException("Not a route: " + prefix + "=" + service);
    }
  }

  /** Whether the path is the prefix or lies below it. */
  public boolean holds(String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  /** The path at the service. */
  public static String internal(String publicPath) {
    return publicPath.substring(PUBLIC_BASE.length());
  }
}
