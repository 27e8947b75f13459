package dev.baton.tests.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Debian's Prometheus, asking a chain as the role monitoring has it ask. What a host tells of
 * itself it gets from the role's own script, through a small server of files.
 */
final class OwnPrometheus implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalChain chain;
  private final Path folder;
  private final int port = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private final FilesOverHttp hostMetrics;
  private final Process process;

  OwnPrometheus(LocalChain chain, Path folder) {
    this.chain = chain;
    this.folder = folder;
    this.hostMetrics = new FilesOverHttp(tellHostMetrics());
    this.process = start();
  }

  /** The samples that an expression finds now. */
  List<JsonObject> ask(String expression) {
    JsonObject answer = get("/api/v1/query?query=" + encoded(expression));
    if (!answer.getString("status").equals("success")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.getJsonObject("data").getJsonArray("result").stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  /** The same, once there are any; none where none come. */
  List<JsonObject> await(String expression) {
    Instant end = Instant.now().plus(PATIENCE);
    List<JsonObject> found = ask(expression);
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      found = ask(expression);
    }
    return found;
  }

  @Override
  public void close() {
    hostMetrics.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Run once, with a backup made up, because nothing backs up a demonstration. */
  private Path tellHostMetrics() {
    try {
      Files.createDirectories(folder.resolve("backups/service-a/20260101T000000Z"));
      Path told = Files.createDirectories(folder.resolve("told")).resolve("metrics");
      Path settings =
          Files.writeString(
              folder.resolve("host-metrics.conf"),
              """
              CERTIFICATES='%1$s/httpd.pem %1$s/signing.pem'
              READY='%2$s'
              BALANCER='%3$s'
              BACKUPS='%4$s'
              CA='%1$s/ca.pem'
              CLIENT='%1$s/httpd-client.pem'
              """
                  .formatted(
                      chain.home().resolve(".baton/tls"),
                      readiness(),
                      chain.operators().resolve("/server-status"),
                      folder.resolve("backups")));
      run("ansible/roles/monitoring/files/host-metrics", settings.toString(), told.toString());
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String readiness() {
    return chain.hops().stream()
        .map(hop -> hop.name() + "=" + hop.base().resolve("/health/ready"))
        .collect(Collectors.joining(" "));
  }

  private Process start() {
    try {
      Path home = chain.home();
      Path password = home.resolve(".baton/secrets/common/baton.reader.password");
      Path own =
          Files.createFile(
              folder.resolve("reader.password"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(own, Files.readString(password).strip());
      Path configuration = Files.writeString(folder.resolve("prometheus.yml"), configuration(own));
      return new ProcessBuilder(
              home.resolve(".baton/monitoring/usr/bin/prometheus").toString(),
              "--config.file=" + configuration,
              "--storage.tsdb.path=" + folder.resolve("data"),
              "--web.listen-address=127.0.0.1:" + port)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("prometheus.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String configuration(Path password) {
    String targets =
        chain.instances().stream()
            .filter(one -> !List.of("lb", "issuer").contains(one.getString("kind")))
            .map(
                one ->
                    "      - targets: ['%s']\n        labels: {server: %s, kind: %s}\n"
                        .formatted(
                            URI.create(one.getString("adminUrl")).getAuthority(),
                            one.getString("name"),
                            one.getString("kind")))
            .collect(Collectors.joining());
    return """
    global: {scrape_interval: 2s, evaluation_interval: 2s}
    rule_files: ['%s']
    scrape_configs:
      - job_name: baton
        scheme: https
        tls_config: {ca_file: '%s'}
        basic_auth: {username: reader, password_file: '%s'}
        static_configs:
    %s  - job_name: baton-host
        static_configs:
          - targets: ['127.0.0.1:%d']
            labels: {host: localhost}
    """
        .formatted(
            chain.home().resolve("ansible/roles/monitoring/files/rules.yml"),
            chain.home().resolve(".baton/tls/ca.pem"),
            password,
            targets,
            hostMetrics.port());
  }

  private void run(String... command) throws IOException {
    Process running =
        new ProcessBuilder(command).directory(chain.home().toFile()).inheritIO().start();
    try {
      if (running.waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Prometheus needs a moment to answer at all. */
  private JsonObject get(String path) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        String body =
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString())
                .body();
        return Json.createReader(new StringReader(body)).readObject();
      } catch (IOException e) {
        if (Instant.now().isAfter(end)) {
          throw new UncheckedIOException(e);
        }
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
}
