package dev.baton.kit.token;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a token's header may ask for: a permitted algorithm, a key by its id, and nothing that
 * brings a key along or changes how the token is read (RFC 8725 sections 3.1, 3.8, 3.10, 3.11).
 */
final class HeaderRules {

  private static final Set<String> NOT_ACCEPTED =
      Set.of("crit", "b64", "jwk", "jku", "x5u", "x5c", "zip", "enc", "epk", "cty");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final Set<String> algorithms;

  /**
   * @param algorithms the permit list, in the spelling of RFC 7518 section 3.1
   */
  HeaderRules(Set<String> algorithms) {
    this.algorithms = Set.copyOf(algorithms);
  }

  void check(Map<String, Object> header) throws TokenRefusedException {
    if (header.keySet().stream().anyMatch(NOT_ACCEPTED::contains) || !isKnownType(header)) {
      throw new TokenRefusedException(Refusal.HEADER);
    }
    if (!(header.get("alg") instanceof String algorithm) || !algorithms.contains(algorithm)) {
      throw new TokenRefusedException(Refusal.ALGORITHM);
    }
  }

  private static boolean isKnownType(Map<String, Object> header) {
    if (!header.containsKey("typ")) {
      return true;
    }
    return header.get("typ") instanceof String type
        && TYPES.contains(type.toLowerCase(Locale.ROOT));
  }
}
