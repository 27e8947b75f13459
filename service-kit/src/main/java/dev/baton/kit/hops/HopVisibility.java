package dev.baton.kit.hops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Decides who is told the hops: by default operators only, because timings and cache outcomes tell
 * about the inside.
 */
@ApplicationScoped
public class HopVisibility {
  private static final String OPERATOR = "operator";

  private enum Audience {
    OPERATOR,
    ALL,
    OFF
  }

  private final Audience audience;

  /** For the container's client proxy. */
  protected HopVisibility() {
    this(OPERATOR);
  }

  /**
   * @param visibility operator, all (a demonstration) or off
   * @throws IllegalArgumentException for any other word
   */
  @Inject
  public HopVisibility(
      @ConfigProperty(name = "baton.hops.visibility", defaultValue = OPERATOR) String visibility) {
    this.audience = Audience.valueOf(visibility.toUpperCase(Locale.ROOT));
  }

  /** Whether the bearer of this verified token is told the hops of the request. */
  public boolean allows(JsonWebToken token) {
    if (audience == Audience.OPERATOR) {
      return token.getGroups() != null && token.getGroups().contains(OPERATOR);
    }
    return audience == Audience.ALL;
  }
}
