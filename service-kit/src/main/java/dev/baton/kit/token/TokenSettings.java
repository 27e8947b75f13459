package dev.baton.kit.token;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * What is configured about tokens, read once at start.
 *
 * @param tier gateway, service-a, service-b or service-c
 * @param instance the server's name
 * @param issuer the only issuer
 * @param audiences at least one of these must be a token's
 * @param algorithms the permit list
 * @param skew how far the issuer's clock may differ
 * @param longest the longest token, in characters
 * @param known how many verified tokens are remembered; 0 for none
 * @param minimumLifetime what a write needs at the gateway
 * @param configuredKey the one key, when one is configured
 * @param keyServer where the keys are published; null when one is configured
 * @param keyInterval from one fetch of the keys to the next
 * @param keyOutage how long the last good keys stay without news
 * @param auditFile the audit log
 * @param auditBytes its largest size, in bytes; 0 where somebody else puts full files away
 */
record TokenSettings(
    String tier,
    String instance,
    String issuer,
    Set<String> audiences,
    Set<String> algorithms,
    Duration skew,
    int longest,
    int known,
    Duration minimumLifetime,
    Optional<String> configuredKey,
    URI keyServer,
    Duration keyInterval,
    Duration keyOutage,
    Path auditFile,
    long auditBytes) {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)?");
  // one of these, because the container's verification takes exactly one; others it does not verify
  private static final Set<String> VERIFIABLE =
      Set.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512");

  TokenSettings {
    if (algorithms.size() != 1 || !VERIFIABLE.containsAll(algorithms)) {
      throw new IllegalArgumentException("baton.algorithms must be one of " + VERIFIABLE);
    }
    if (configuredKey.isEmpty() && keyServer == null) {
      throw new IllegalArgumentException("baton.jwks.url is missing");
    }
  }

  /**
   * Reads the settings.
   *
   * @throws java.util.NoSuchElementException when one that is needed is missing
   * @throws IllegalArgumentException when one has the wrong form
   */
  static TokenSettings from(Config config) {
    return new TokenSettings(
        config.getValue("baton.tier", String.class),
        config.getOptionalValue("baton.instance", String.class).orElse("-"),
        config.getValue("mp.jwt.verify.issuer", String.class),
        Set.of(config.getValue("mp.jwt.verify.audiences", String[].class)),
        Set.of(config.getValue("mp.jwt.verify.publickey.algorithm", String[].class)),
        duration(config, "baton.clock.skew"),
        config.getValue("baton.token.max.length", Integer.class),
        config.getValue("baton.token.known", Integer.class),
        duration(config, "baton.token.min.lifetime"),
        configuredKey(config),
        config.getOptionalValue("baton.jwks.url", URI.class).orElse(null),
        duration(config, "baton.jwks.interval"),
        duration(config, "baton.jwks.outage"),
        Path.of(config.getValue("baton.audit.file", String.class)),
        config.getValue("baton.audit.bytes", Long.class));
  }

  String algorithm() {
    return algorithms.iterator().next();
  }

  boolean isGateway() {
    return "gateway".equals(tier);
  }

  private static Optional<String> configuredKey(Config config) {
    ConfigValue key = config.getConfigValue(PublicKeyText.PROPERTY);
    return Optional.ofNullable(key.getValue())
        .filter(value -> !PublicKeyText.NAME.equals(key.getSourceName()));
  }

  private static Duration duration(Config config, String name) {
    String text = config.getValue(name, String.class);
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(name + " must be a number of seconds, like 10 or 10s");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2) == null ? "s" : parts.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
