package dev.baton.kit.token;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The bearer of a verified token as MicroProfile JWT has it (version 2.1, section 6.1). Claims are
 * what strict JSON made of them: {@code String}, {@code Long}, {@code List}, {@code Map}; audience
 * and groups are sets.
 */
record TokenPrincipal(VerifiedToken token) implements JsonWebToken {

  @Override
  public String getName() {
    return token.subject();
  }

  @Override
  public Set<String> getClaimNames() {
    Set<String> names = new HashSet<>(token.claims().keySet());
    names.add(Claims.raw_token.name());
    return names;
  }

  @Override
  public Set<String> getGroups() {
    return Set.copyOf(token.groups());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    return (T) valueOf(name);
  }

  private Object valueOf(String name) {
    Map<String, Object> claims = token.claims();
    return switch (name) {
      case "raw_token" -> token.raw();
      case "groups" -> getGroups();
      case "aud" ->
          claims.get(name) instanceof List<?> several
              ? Set.copyOf(several)
              : Set.of(claims.get(name));
      case "exp", "iat", "nbf", "auth_time", "updated_at" -> claims.getOrDefault(name, 0L);
      default -> claims.get(name);
    };
  }

  /** Tells the fingerprint only. */
  @Override
  public String toString() {
    return token.toString();
  }
}
