package dev.baton.tests.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.baton.tests.tokens.TokenForge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A gateway or a service of the test's own: the product's WAR and configuration, with an issuer's
 * key and variables that the test chose.
 */
public final class OwnServer implements AutoCloseable {

  private static final Path HOME =
      Path.of(System.getProperty("baton.home", "..")).toAbsolutePath().normalize();
  private static final Path CONFIGURATION = HOME.resolve("liberty-config");
  private static final Path SERVER = CONFIGURATION.resolve("target/wlp/bin/server");
  private static final String ISSUER = "https://issuer.test";
  private static final String AUDIENCE = "baton-api";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PASSWORD = "for-this-test-only";

  private final String kind;
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private final HttpServer keyServer;
  private final TokenForge forge;
  private final int port = freePort();

  /**
   * Starts the server and waits until it is ready.
   *
   * @param kind gateway, service-a and so on
   * @param forge of the issuer that it believes
   * @param directory where it may write
   * @param variables BATON_ names and their values
   */
  public OwnServer(String kind, TokenForge forge, Path directory, Map<String, String> variables) {
    this.kind = kind;
    this.directory = directory;
    this.forge = forge;
    this.keyServer = keyServer(new JWKSet(forge.key().toPublicJWK()).toString());
    prepare(variables);
    run("start");
    awaitReady();
  }

  /** A gateway that believes an issuer of its own. */
  static OwnServer gateway(Path directory, Map<String, String> variables) {
    return new OwnServer("gateway", new TokenForge(key(), ISSUER, AUDIENCE), directory, variables);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  TokenForge forge() {
    return forge;
  }

  private void prepare(Map<String, String> variables) {
    Path server = directory.resolve("usr/servers").resolve(kind);
    copy(CONFIGURATION.resolve("shared"), directory.resolve("usr/shared/config"));
    copy(CONFIGURATION.resolve(kind), server);
    write(
        server.resolve("jvm.options"),
        read(CONFIGURATION.resolve("shared/jvm.options"))
            + read(CONFIGURATION.resolve(kind).resolve("jvm.options")));
    String war = kind + "-war.war";
    copyFile(HOME.resolve(kind + "-war/target").resolve(war), server.resolve("apps").resolve(war));
    copy(CONFIGURATION.resolve("target/jdbc"), directory.resolve("usr/shared/resources/jdbc"));
    for (String name :
        List.of("baton.tls.password", "baton.admin.password", "baton.reader.password")) {
      write(directory.resolve("secrets/" + name), PASSWORD);
    }
    makeStore("key.p12");
    makeStore("trust.p12");
    settings(variables);
    StringBuilder lines = new StringBuilder();
    environment.forEach((name, value) -> lines.append(name + "=" + value + "\n"));
    write(server.resolve("server.env"), lines.toString());
  }

  private void settings(Map<String, String> variables) {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("VARIABLE_SOURCE_DIRS", directory.resolve("secrets").toString());
    environment.put("BATON_INSTANCE", kind + "-test");
    environment.put("BATON_PORT", Integer.toString(port));
    environment.put("BATON_ADMIN_PORT", Integer.toString(freePort()));
    int clusterPort = freePort();
    environment.put("BATON_CACHE_PORT", Integer.toString(clusterPort));
    environment.put("BATON_CACHE_MEMBERS", "127.0.0.1:" + clusterPort);
    environment.put("BATON_ISSUER", forge.issuer());
    environment.put("BATON_AUDIENCE", forge.audience());
    environment.put(
        "BATON_JWKS_URL", "http://127.0.0.1:" + keyServer.getAddress().getPort() + "/jwk");
    environment.put("BATON_TLS_KEY_STORE", directory.resolve("key.p12").toString());
    environment.put("BATON_TLS_TRUST_STORE", directory.resolve("trust.p12").toString());
    for (String service : Set.of("A", "B", "C")) {
      environment.put("BATON_SERVICE_" + service + "_INSTANCES", "http://127.0.0.1:1");
    }
    environment.putAll(variables);
  }

  private void makeStore(String name) {
    execute(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            kind,
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            directory.resolve(name).toString()));
  }

  private void run(String command) {
    ProcessBuilder builder = new ProcessBuilder(SERVER.toString(), command, kind);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_USER_DIR", directory.resolve("usr").toString());
    builder.environment().put("WLP_OUTPUT_DIR", directory.resolve("out").toString());
    execute(builder);
  }

  /** The script does not wait for an application that takes long to start. */
  private void awaitReady() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready = HttpRequest.newBuilder(uri().resolve("/health/ready")).build();
    Instant end = Instant.now().plus(PATIENCE);
    try {
      while (client.send(ready, BodyHandlers.discarding()).statusCode() != 200) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException("The server is not ready, see " + directory);
        }
        Thread.sleep(200);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void execute(ProcessBuilder builder) {
    Path log = directory.resolve("commands.log");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException(builder.command() + " failed:\n" + read(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("stop");
    keyServer.stop(0);
  }

  private static HttpServer keyServer(String keys) {
    byte[] body = keys.getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
      server.createContext(
          "/jwk",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID("of-the-test")
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> copyFile(file, to.resolve(from.relativize(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyFile(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
