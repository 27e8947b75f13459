package dev.baton.gateway.entity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The web origins whose pages may read answers (WHATWG Fetch, section 3.2); nobody's by default.
 *
 * @param allowed as a browser writes them, for example {@code https://shop.example}
 */
public record CorsOrigins(Set<String> allowed) {

  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?|https?://\\[[0-9a-f:.]+](:[0-9]{1,5})?");

  /**
   * @throws IllegalArgumentException for what is no origin; a star is none
   */
  public CorsOrigins {
    allowed = Set.copyOf(allowed);
    allowed.stream()
        .filter(origin -> !ORIGIN.matcher(origin).matches())
        .findAny()
        .ifPresent(
            origin -> {
              throw new IllegalArgumentException("Not an origin: " + origin);
            });
  }

  /** Whether a page of this origin, which may be null, may read answers. */
  public boolean allow(String origin) {
    return origin != null && allowed.contains(origin);
  }

  /** Whether any origin is allowed. */
  public boolean isOpen() {
    return !allowed.isEmpty();
  }
}
