package dev.baton.kit.balance;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;

/** Configurations of a few properties. */
final class Configs {

  private Configs() {}

  static Config of(String name, String value) {
    return new SmallRyeConfigBuilder().withDefaultValue(name, value).build();
  }
}
