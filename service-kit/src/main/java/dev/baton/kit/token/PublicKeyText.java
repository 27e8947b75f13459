package dev.baton.kit.token;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands the published keys to the container's verification: it asks MicroProfile Config for {@code
 * mp.jwt.verify.publickey} on every request, and finds there what {@link JwksKeys} knows. So the
 * container never fetches keys itself, and both always have the same.
 *
 * <p>A key given by configuration (environment, server.xml) beats this source by its ordinal.
 */
public final class PublicKeyText implements ConfigSource {

  static final String PROPERTY = "mp.jwt.verify.publickey";
  static final String NAME = "baton published keys";

  // above the defaults inside the WAR (100), below the environment (300)
  private static final int ORDINAL = 200;
  private static final Set<String> PROPERTIES = Set.of(PROPERTY);

  private static volatile String text;

  static void publish(String jwkSet) {
    text = jwkSet;
  }

  @Override
  public Set<String> getPropertyNames() {
    return PROPERTIES;
  }

  @Override
  public String getValue(String property) {
    return PROPERTY.equals(property) ? text : null;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
