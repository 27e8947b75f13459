package dev.baton.tests.hop;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/**
 * A Liberty server with the product's shared configuration and the libraries of the product's
 * gateway, and the probe for an application.
 */
final class OwnHop implements AutoCloseable {

  static final String ISSUER = "https://issuer.test";
  static final String AUDIENCE = "baton-api";

  private static final Path HOME =
      Path.of(System.getProperty("baton.home", "..")).toAbsolutePath().normalize();
  private static final Path WLP = HOME.resolve("liberty-config/target/wlp");
  private static final Path PROBE = Path.of("src/test/resources/hop-probe");
  private static final String PASSWORD = "for-this-test-only";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SERVER_XML =
      """
      <server>
        <featureManager>
          <feature>concurrent-3.0</feature>
          <feature>mpFaultTolerance-4.1</feature>
          <feature>mpRestClient-4.0</feature>
        </featureManager>
        <include location="${shared.config.dir}/base.xml"/>
        <variable name="baton.tier" value="service-a"/>
        <webApplication id="hop" location="hop.war" contextRoot="/"/>
      </server>
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path directory;
  private final int port = freePort();

  /**
   * Starts the hop and waits until it is ready.
   *
   * @param directory where it may write
   * @param variables BATON_ names and their values
   */
  OwnHop(Path directory, Map<String, String> variables) {
    this.directory = directory;
    try {
      prepare(variables);
      server("start");
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks with a token. */
  HttpResponse<String> get(String path, String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  /** Everything that the server wrote into its logs. */
  String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory.resolve("out/hop/logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws Exception {
    server("stop");
  }

  private void prepare(Map<String, String> variables) throws IOException, InterruptedException {
    Path server = Files.createDirectories(directory.resolve("usr/servers/hop"));
    Path shared = Files.createDirectories(directory.resolve("usr/shared/config"));
    try (Stream<Path> files = Files.list(HOME.resolve("liberty-config/shared"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, shared.resolve(file.getFileName()));
      }
    }
    Files.writeString(server.resolve("server.xml"), SERVER_XML);
    Files.createDirectories(server.resolve("apps"));
    archive(server.resolve("apps/hop.war"));
    Path secrets = Files.createDirectories(directory.resolve("secrets"));
    Files.writeString(secrets.resolve("baton.tls.password"), PASSWORD);
    keyStore();
    StringBuilder lines = new StringBuilder();
    environment(variables).forEach((name, value) -> lines.append(name + "=" + value + "\n"));
    Files.writeString(server.resolve("server.env"), lines);
  }

  private Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(variables);
    all.put("VARIABLE_SOURCE_DIRS", directory.resolve("secrets").toString());
    all.put("BATON_INSTANCE", "hop-test");
    all.put("BATON_PORT", String.valueOf(port));
    all.put("BATON_ADMIN_PORT", String.valueOf(freePort()));
    all.put("BATON_ISSUER", ISSUER);
    all.put("BATON_AUDIENCE", AUDIENCE);
    all.put("BATON_TLS_KEY_STORE", directory.resolve("key.p12").toString());
    all.put("BATON_TLS_TRUST_STORE", directory.resolve("key.p12").toString());
    return all;
  }

  /** The libraries are the gateway's: it has the kit, and nothing that only a database needs. */
  private void archive(Path war) throws IOException {
    Path content = directory.resolve("war");
    try (ZipFile gateway =
        new ZipFile(HOME.resolve("gateway-war/target/gateway-war.war").toFile())) {
      for (ZipEntry entry : gateway.stream().filter(OwnHop::isLibrary).toList()) {
        Path library = content.resolve(entry.getName());
        Files.createDirectories(library.getParent());
        Files.copy(gateway.getInputStream(entry), library);
      }
    }
    compile(content);
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> files = Files.walk(content)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(content.relativize(one).toString()));
        Files.copy(one, out);
      }
    }
  }

  /** Against the kit that the product ships, not against this module's class path. */
  private static void compile(Path content) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-parameters", "-d", content + "/WEB-INF/classes"));
    arguments.add("-cp");
    arguments.add(classPath(content));
    try (Stream<Path> sources = Files.list(PROBE)) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    if (ToolProvider.getSystemJavaCompiler().run(null, told, told, arguments.toArray(String[]::new))
        != 0) {
      throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
    }
  }

  private static String classPath(Path content) throws IOException {
    String own =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try (Stream<Path> libraries = Files.list(content.resolve("WEB-INF/lib"))) {
      return Stream.concat(libraries.map(Path::toString), Stream.of(own))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    return entry.getName().startsWith("WEB-INF/lib/") && !entry.isDirectory();
  }

  private void keyStore() throws IOException, InterruptedException {
    run(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "hop",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            directory.resolve("key.p12").toString()));
  }

  private void server(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(WLP.resolve("bin/server").toString(), command, "hop");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_USER_DIR", directory.resolve("usr").toString());
    builder.environment().put("WLP_OUTPUT_DIR", directory.resolve("out").toString());
    run(builder);
  }

  private void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path log = directory.resolve("commands.log");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException(builder.command() + ": " + Files.readString(log));
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (Instant.now().isAfter(end)) {
        String told = logs();
        server("stop");
        throw new IllegalStateException("The hop is not ready:\n" + told);
      }
      Thread.sleep(200);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
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
