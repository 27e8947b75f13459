package dev.baton.kit.token;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where a user's token may go: the configured instances of the services ({@code
 * baton.service.NAME.instances}) and nowhere else. Scheme, host and port decide.
 */
public final class InternalDestinations {

  // the environment writes the same name with underscores
  private static final Pattern INSTANCES =
      Pattern.compile("baton[._]service[._].+[._]instances", Pattern.CASE_INSENSITIVE);

  private final Set<String> origins;

  private InternalDestinations(Set<String> origins) {
    this.origins = origins;
  }

  /** The destinations of this configuration. */
  public static InternalDestinations from(Config config) {
    return new InternalDestinations(
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> INSTANCES.matcher(name).matches())
            .flatMap(name -> instances(config, name))
            .map(InternalDestinations::origin)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Gives back a base URI that tokens may be sent to; to be asked when a client is built.
   *
   * @throws IllegalArgumentException for any other URI
   */
  public static URI require(URI base) {
    if (!from(ConfigProvider.getConfig()).contains(base)) {
      throw new IllegalArgumentException("no configured instance of a service: " + origin(base));
    }
    return base;
  }

  /** Whether tokens may be sent to this URI. */
  public boolean contains(URI destination) {
    return destination.getUserInfo() == null && origins.contains(origin(destination));
  }

  private static Stream<String> instances(Config config, String name) {
    return config.getOptionalValue(name, String[].class).stream().flatMap(Arrays::stream);
  }

  private static String origin(String base) {
    return origin(URI.create(base.trim()));
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme) ? 443 : 80;
    return scheme + "://" + host + ":" + port;
  }
}
