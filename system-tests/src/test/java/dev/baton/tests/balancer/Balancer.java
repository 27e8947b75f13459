package dev.baton.tests.balancer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A load balancer of the test's own, from the product's configuration. */
public final class Balancer implements AutoCloseable {

  private static final Path CONFIGURATION = LocalRun.HOME.resolve("liberty-config/httpd");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path directory;
  private final Map<String, String> environment;
  private final List<Process> processes = new ArrayList<>();

  private Balancer(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /** As the product runs it: httpd, HAProxy behind it, then two gateways. */
  public static Balancer replaying(Tls tls, URI first, URI second) {
    Balancer balancer = prepared(tls, first, second);
    int firstMember = freePort();
    int secondMember = freePort();
    balancer.environment.put("BATON_MEMBER_1", "127.0.0.1:" + firstMember);
    balancer.environment.put("BATON_MEMBER_2", "127.0.0.1:" + secondMember);
    balancer.start("haproxy", "haproxy", "-db", "-f", CONFIGURATION + "/haproxy.cfg");
    balancer.awaitPort(firstMember);
    balancer.awaitPort(secondMember);
    return balancer.serving();
  }

  /** The negative control: the same httpd with both gateways as its own members. */
  static Balancer withoutReplay(Tls tls, URI first, URI second) {
    Balancer balancer = prepared(tls, first, second);
    balancer.environment.put("BATON_MEMBER_1", first.getAuthority());
    balancer.environment.put("BATON_MEMBER_2", second.getAuthority());
    return balancer.serving();
  }

  /** The negative control: the same httpd, but it waits for its clients without an end. */
  public static Balancer waiting(Tls tls, URI gateway) {
    Balancer balancer = prepared(tls, gateway, gateway);
    balancer.environment.put("BATON_MEMBER_1", gateway.getAuthority());
    balancer.environment.put("BATON_MEMBER_2", "localhost:" + gateway.getPort());
    return balancer.serving("-c", "RequestReadTimeout handshake=0 header=0 body=0");
  }

  /**
   * With the operations page of a fleet, whose folder holds fleet.json, fleet.conf and the file of
   * the operators' passwords.
   */
  public static Balancer ofFleet(Tls tls, URI gateway, Path fleet) {
    Balancer balancer = prepared(tls, gateway, gateway);
    balancer.environment.put("BATON_MEMBER_1", gateway.getAuthority());
    balancer.environment.put("BATON_MEMBER_2", "localhost:" + gateway.getPort());
    balancer.environment.put("BATON_OPS_USERS", fleet.resolve("operators").toString());
    balancer.environment.put("BATON_OPS_PAGE", balancer.copied(CONFIGURATION.resolve("ops")));
    balancer.environment.put("BATON_OPS_FLEET", fleet.toString());
    return balancer.serving();
  }

  /** Where users come in. */
  public URI users() {
    return URI.create("https://localhost:" + environment.get("BATON_HTTPS_PORT"));
  }

  /** Where operators come in. */
  public URI operators() {
    return URI.create("https://localhost:" + environment.get("BATON_OPS_PORT"));
  }

  /** The lines of the access log so far. */
  List<String> accessLog() {
    try {
      return Files.readAllLines(directory.resolve("httpd-access.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    processes.forEach(Balancer::await);
    delete(directory);
  }

  private static Balancer prepared(Tls tls, URI first, URI second) {
    Path directory = openDirectory();
    Map<String, String> environment = defaults();
    environment.put("BATON_RUN_DIR", directory.toString());
    environment.put("BATON_LOG_DIR", directory.toString());
    environment.put("BATON_HTTPS_PORT", "" + freePort());
    environment.put("BATON_OPS_PORT", "" + freePort());
    environment.put("BATON_LB_CERTIFICATE", tls.certificate().toString());
    environment.put("BATON_LB_KEY", tls.key().toString());
    environment.put("BATON_GATEWAY_1", first.getAuthority());
    environment.put("BATON_GATEWAY_2", second.getAuthority());
    return new Balancer(directory, environment);
  }

  private Balancer serving(String... arguments) {
    List<String> command = new ArrayList<>(List.of("/usr/sbin/apache2", "-D", "FOREGROUND"));
    command.addAll(List.of("-f", CONFIGURATION + "/httpd.conf"));
    command.addAll(List.of(arguments));
    start("httpd", command.toArray(String[]::new));
    awaitPort(users().getPort());
    return this;
  }

  private void awaitPort(int port) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!answers(port)) {
      if (Instant.now().isAfter(deadline)) {
        processes.forEach(Process::destroy);
        throw new IllegalStateException("nobody listens on " + port + ", see " + directory);
      }
      pause();
    }
  }

  private void start(String name, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(directory.resolve(name + ".console.log").toFile());
    try {
      processes.add(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> defaults() {
    Map<String, String> values = new HashMap<>();
    try {
      for (String line : Files.readAllLines(CONFIGURATION.resolve("balancer.env"))) {
        if (line.startsWith("BATON_")) {
          values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** httpd's children run as another user and must get in. */
  private static Path openDirectory() {
    try {
      Path directory = Files.createTempDirectory("baton-balancer");
      return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where httpd's user may read it, wherever the checkout is. */
  private String copied(Path folder) {
    Commands.run(directory, "cp", "-r", folder.toString(), "ops");
    Commands.run(directory, "chmod", "-R", "a+rX", "ops");
    return directory.resolve("ops").toString();
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
