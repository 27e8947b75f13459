package dev.baton.tests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.tests.balancer.Balancer;
import dev.baton.tests.balancer.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The operations page of a fleet of the test's own, in the product's httpd. */
final class Operations implements AutoCloseable {

  static final String OPERATOR = "olive";

  /** Where traces can be looked at, and the id's place in it. */
  static final String TRACES = "https://traces.example/{trace}";

  static final String PASSWORD = "a password of the test";

  private final Balancer balancer;

  private Operations(Balancer balancer) {
    this.balancer = balancer;
  }

  /** A server of the fleet. */
  record Server(String name, String kind, String admin) {}

  /**
   * @param folder where files may be left, open to httpd's user
   * @param gateway both of the balancer's members
   */
  static Operations of(Path folder, Tls tls, URI gateway, List<Server> servers) {
    try {
      Files.writeString(folder.resolve("fleet.json"), json(servers));
      Files.write(folder.resolve("fleet.conf"), configuration(servers));
      Files.writeString(folder.resolve("operators"), OPERATOR + ":{SHA}" + sha1(PASSWORD) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Operations(Balancer.ofFleet(tls, gateway, folder));
  }

  URI page() {
    return balancer.operators().resolve("/ops/");
  }

  @Override
  public void close() {
    balancer.close();
  }

  private static String json(List<Server> servers) {
    List<String> all =
        servers.stream()
            .map(
                server ->
                    "{\"name\": \"%s\", \"kind\": \"%s\", \"port\": 9111, \"admin\": \"https://localhost:9211\"}"
                        .formatted(server.name(), server.kind()))
            .toList();
    return "{\"servers\": ["
        + String.join(",", all)
        + "], \"database\": \"derby\", \"traces\": \""
        + TRACES
        + "\"}";
  }

  private static List<String> configuration(List<Server> servers) {
    List<String> lines = new ArrayList<>();
    servers.forEach(server -> lines.add("Use OpsServer " + server.name() + " " + server.admin()));
    return lines;
  }

  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
