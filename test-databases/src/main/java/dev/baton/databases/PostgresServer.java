package dev.baton.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One PostgreSQL for all tests of a process, in a folder of its own that goes with it. */
final class PostgresServer {
  static final String USER = "postgres";

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final int TRIES = 300;
  private static final long PAUSE_MILLIS = 100;

  private static PostgresServer running;

  private final String password = UUID.randomUUID().toString();
  private final Path home;
  private final int port;
  private final Process process;

  private PostgresServer() throws IOException, InterruptedException {
    home = Files.createTempDirectory("postgresql");
    port = freePort();
    Path secret = Files.writeString(home.resolve("password"), password);
    if (isRoot()) {
      run("chown", "-R", USER + ":", home.toString());
    }
    run(
        asPostgres(
            "initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + secret));
    process = start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    await();
  }

  static synchronized PostgresServer running() {
    if (running == null) {
      try {
        running = new PostgresServer();
      } catch (IOException failed) {
        throw new UncheckedIOException("PostgreSQL does not start", failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
    return running;
  }

  String password() {
    return password;
  }

  String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  void create(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(USER), USER, password);
  }

  private Process start() throws IOException {
    List<String> command =
        asPostgres(
            "postgres",
            "-D",
            data(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off");
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("log").toFile())
        .start();
  }

  private void await() throws InterruptedException {
    for (int tries = TRIES; !answers(); tries--) {
      if (tries == 0 || !process.isAlive()) {
        throw new IllegalStateException("PostgreSQL does not answer: " + home.resolve("log"));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void stop() {
    process.destroy();
    try (Stream<Path> files = Files.walk(home)) {
      process.waitFor();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | InterruptedException left) {
      process.destroyForcibly();
    }
  }

  private String data() {
    return home.resolve("data").toString();
  }

  /** PostgreSQL refuses to be root. */
  private static List<String> asPostgres(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
    }
    command.add(programs().resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path programs() throws IOException {
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void run(String... command) throws IOException, InterruptedException {
    run(List.of(command));
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process done =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    String output = new String(done.getInputStream().readAllBytes());
    if (done.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
