package dev.baton.tests.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the script in an empty folder, where every check comes before any work. */
class BatonCommandTest {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sh",
          "env",
          "awk",
          "cat",
          "cut",
          "df",
          "dirname",
          "grep",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "seq",
          "tail",
          "basename");
  private static final String NOBODY = "65534";

  @TempDir private Path folder;
  private Path tools;

  @BeforeEach
  void copyTheScript() throws IOException {
    Path script = Files.copy(Path.of("../baton"), folder.resolve("baton"));
    for (String service : List.of("service-a", "service-b", "service-c")) {
      Files.createDirectories(folder.resolve("liberty-config").resolve(service));
    }
    tools = Files.createDirectory(folder.resolve("tools"));
    Files.setPosixFilePermissions(script, fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(tools, fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(folder, fromString("rwxrwxrwx"));
  }

  @Test
  void anOlderJavaIsNamed() throws Exception {
    Path home = folder.resolve("jdk-11");
    tool(home.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Run up = baton(Map.of("JAVA_HOME", home.toString()), "up");

    up.failedWith("baton: Java 17 or newer is needed, and this is 11: set JAVA_HOME");
  }

  @Test
  void anAddressForTracesWithoutAPlaceForTheIdIsRefused() throws Exception {
    Run up = baton(Map.of("BATON_TRACE_VIEW", "http://jaeger:16686/trace/"), "up");

    up.failedWith(
        "baton: BATON_TRACE_VIEW is an address with {trace} in the place of the id, and not http://jaeger:16686/trace/");
  }

  @Test
  void anUnknownDatabaseIsNamedBeforeAnythingIsMade() throws Exception {
    Run up = baton(Map.of("BATON_DB_KIND", "oracle"), "up");

    up.failedWith(
        "baton: there is no database kind 'oracle':"
            + " BATON_DB_KIND is one of derby-embedded derby postgresql");
    assertThat(folder.resolve(".baton")).doesNotExist();
  }

  @Test
  void anEmbeddedDatabaseIsForOneInstance() throws Exception {
    Run up = baton(Map.of("BATON_DB_KIND", "derby-embedded", "BATON_SERVICE_INSTANCES", "2"), "up");

    up.failedWith(
        "baton: derby-embedded belongs to one process:"
            + " 2 instances of a service need BATON_DB_KIND=derby or postgresql");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run up = baton(Map.of("BATON_HTTPS_PORT", "" + taken.getLocalPort()), "up");

      assertThat(up.status()).isEqualTo(1);
      // A chain that runs on this machine holds ports too, and one of those is named first.
      assertThat(up.output()).matches("baton: port \\d+ is taken, and [a-z0-9 -]+ needs it\n");
    }
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    tool(tools.resolve("df"), "printf 'Filesystem 1M Used Free Use Mounted\\nx 9 9 100 99%% /\\n'");

    Run up = baton(Map.of("PATH", tools + ":" + System.getenv("PATH")), "up");

    up.failedWith("baton: 2048 MiB of free disk are needed, and there are 100");
  }

  @Test
  void withoutRightsToInstallTheMissingPackagesAreNamed() throws Exception {
    onlyTheBareTools();
    tool(tools.resolve("apt-get"), "exit 1");

    Run up = bash(Map.of("PATH", tools.toString()), asNobody("baton", "up"));

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output())
        .contains("baton: installing packages needs root, and there is no sudo")
        .contains("maven");
  }

  @Test
  void installationThatFailsSaysWhy() throws Exception {
    onlyTheBareTools();
    tool(tools.resolve("apt-get"), "echo 'E: no such archive'; exit 100");
    tool(tools.resolve("sudo"), "exec \"$@\"");

    Run up = bash(Map.of("PATH", tools.toString()), asNobody("baton", "up"));

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("baton: installing ", " failed: E: no such archive");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheUsage() throws Exception {
    Run run = baton(Map.of(), "fly");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output()).startsWith("usage: ./baton COMMAND");
  }

  @Test
  void anUnknownUserIsAnsweredWithTheKnownOnes() throws Exception {
    baton(Map.of(), "token", "mallory")
        .failedWith("baton: usage: baton token USER, one of: alice bob carol walter petra olga");
  }

  @Test
  void hopsWantsAPath() throws Exception {
    assertThat(baton(Map.of(), "hops", "api/orders").output())
        .startsWith("baton: usage: baton hops PATH [--as USER]");
  }

  @Test
  void anUnknownPartOfTheTestsIsAnsweredWithTheKnownOnes() throws Exception {
    Run run = baton(Map.of(), "test", "luck");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).startsWith("baton: usage: baton test [PART...], of: unit");
  }

  @Test
  void statusWithoutAnythingRunningIsATableOfWhatIsDown() throws Exception {
    Run status = baton(Map.of(), "status");

    assertThat(status.status()).isZero();
    assertThat(status.output().lines())
        .hasSize(8)
        .allMatch(line -> line.matches(".* (STATE|down)"));
  }

  private Run baton(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "baton"));
    command.addAll(List.of(arguments));
    return bash(environment, command);
  }

  private static List<String> asNobody(String... script) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(
          List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add("/bin/bash");
    command.addAll(List.of(script));
    return command;
  }

  private Run bash(Map<String, String> environment, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // What the caller's own chain is told is none of these runs' business.
    builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private static void tool(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
  }

  private void onlyTheBareTools() throws IOException {
    for (String name : TOOLS) {
      tool(tools.resolve(name), "exec /usr/bin/" + name + " \"$@\"");
    }
  }

  private record Run(int status, String output) {
    void failedWith(String sentence) {
      assertThat(output).isEqualTo(sentence + "\n");
      assertThat(status).isEqualTo(1);
    }
  }
}
