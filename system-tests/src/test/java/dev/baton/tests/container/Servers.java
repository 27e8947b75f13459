package dev.baton.tests.container;

import java.io.IOException;
import java.time.Duration;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/** Gives a container of one of Baton's images what every server is told from outside. */
final class Servers {

  static final int PORT = 9080;
  static final String AUDIENCE = "baton-api";
  static final String SECRETS = "/opt/baton/secrets/";
  static final String TLS = "/opt/baton/tls/";
  private static final int ADMIN_PORT = 9543;
  private static final Duration PATIENCE = Duration.ofSeconds(600);

  private Servers() {}

  static String image(String kind) {
    return "baton/" + kind;
  }

  /** A server with an application, ready when its application says so. */
  static <C extends GenericContainer<?>> C application(
      C container, String name, Network network, KeyMaterial keys) {
    server(container, name, network, keys);
    container.addEnv("BATON_PORT", String.valueOf(PORT));
    container.addEnv("BATON_AUDIENCE", AUDIENCE);
    container.addEnv(
        "BATON_ROUTES",
        "/api/orders=service-a,/api/customers=service-a,/api/stock=service-b,/api/prices=service-c");
    container.addEnv("BATON_SERVICE_A_INSTANCES", "http://service-a:" + PORT);
    container.addEnv("BATON_SERVICE_B_INSTANCES", "http://service-b:" + PORT);
    container.addEnv("BATON_SERVICE_C_INSTANCES", "http://service-c:" + PORT);
    container.addEnv("BATON_SAMPLE_DATA", "true");
    container.addEnv("BATON_HOPS_VISIBILITY", "all");
    // A server's first answers are slow, and slower on a busy machine: that is not what is tested
    // here.
    container.addEnv("BATON_CALL_CONNECT_MS", "5000");
    container.addEnv("BATON_CALL_READ_MS", "20000");
    container.addEnv("BATON_CALL_BUDGET_MS", "25000");
    container.addExposedPort(PORT);
    container.setWaitStrategy(
        Wait.forHttp("/health/ready").forPort(PORT).withStartupTimeout(PATIENCE));
    return container;
  }

  /** Any server: its name on the network, its certificate, whom it trusts. */
  static <C extends GenericContainer<?>> C server(
      C container, String name, Network network, KeyMaterial keys) {
    container.setNetwork(network);
    container.getNetworkAliases().add(name);
    container.addEnv("BATON_INSTANCE", name);
    container.addEnv("BATON_ADMIN_PORT", String.valueOf(ADMIN_PORT));
    container.addEnv("BATON_TLS_KEY_STORE", TLS + "server.p12");
    container.addEnv("BATON_TLS_TRUST_STORE", TLS + "trust.p12");
    copy(container, keys, "server.p12");
    copy(container, keys, "trust.p12");
    secret(container, "baton.tls.password", keys.password());
    return container;
  }

  static void copy(GenericContainer<?> container, KeyMaterial keys, String name) {
    container.withCopyFileToContainer(MountableFile.forHostPath(keys.file(name), 0644), TLS + name);
  }

  static void secret(GenericContainer<?> container, String name, String value) {
    container.withCopyToContainer(Transferable.of(value, 0644), SECRETS + name);
  }

  static String base(GenericContainer<?> container) {
    return "http://" + container.getHost() + ':' + container.getMappedPort(PORT);
  }

  /** The end of the server's own log, for a failing test. */
  static String log(GenericContainer<?> container) {
    return read(container, "/opt/baton/logs/messages.log");
  }

  static String read(GenericContainer<?> container, String file) {
    if (!container.isRunning()) {
      return "not running";
    }
    try {
      ExecResult result = container.execInContainer("cat", file);
      return result.getStdout() + result.getStderr();
    } catch (IOException e) {
      return container.getLogs() + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
