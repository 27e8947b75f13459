package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The account that may look at a server, and change nothing. */
@Tag("system")
class ReaderIT {

  private static final String JMX = "/IBMJMXConnectorREST/";
  private static final String APPLICATION =
      JMX + "mbeans/WebSphere%3Aservice%3Dcom.ibm.websphere.application.ApplicationMBean%2Cname%3D";
  private static final List<String> SHOWN_FILES =
      List.of(
          "${server.config.dir}/server.xml",
          "${server.config.dir}/server.env",
          "${shared.config.dir}/admin.xml",
          "${shared.config.dir}/tls.xml");
  private static final List<String> SHOWN_PAGES =
      List.of("/ibm/api/config", JMX + "mbeans/java.lang%3Atype%3DRuntime/attributes", "/metrics");

  private final LocalChain chain = new LocalChain();

  @TestFactory
  Stream<DynamicTest> readsWhatIsConfiguredAndNoSecret() {
    List<String> secrets = secrets();
    return eachServer(
        server -> {
          Stream<String> files = SHOWN_FILES.stream().map(ReaderIT::file);
          Stream.concat(files, SHOWN_PAGES.stream())
              .forEach(
                  page -> {
                    Answer shown = asReader("GET", server, page, "");
                    assertThat(shown.status()).as(page).isEqualTo(200);
                    assertThat(secrets).as(page).noneMatch(shown.body()::contains);
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> readsNoFileBesides() {
    List<String> hidden =
        List.of(
            "/etc/passwd",
            "${server.output.dir}/resources/security/ltpa.keys",
            chain.home().resolve(".baton/secrets/common/baton.admin.password").toString(),
            chain.home().resolve(".baton/tls/ca.key").toString());
    return eachServer(
        server ->
            hidden.forEach(
                file ->
                    assertThat(asReader("GET", server, file(file), "").status())
                        .as(file)
                        .isEqualTo(400)));
  }

  @TestFactory
  Stream<DynamicTest> stopsNothingAndWritesNothing() {
    return eachServer(
        server -> {
          String application = APPLICATION + server.getString("kind") + "-war";
          String nothing = "{\"params\":[],\"signature\":[]}";
          assertThat(asReader("POST", server, application + "/operations/stop", nothing).status())
              .isEqualTo(403);
          assertThat(asReader("POST", server, file("${server.config.dir}/more.xml"), "x").status())
              .isEqualTo(403);
          assertThat(asReader("GET", server, application + "/attributes/State", "").body())
              .contains("STARTED");
        });
  }

  private Answer asReader(String method, JsonObject server, String page, String body) {
    return chain.asReader(method, URI.create(server.getString("adminUrl")).resolve(page), body);
  }

  private static String file(String path) {
    return JMX + "file/" + URLEncoder.encode(path, UTF_8);
  }

  private List<String> secrets() {
    try (Stream<Path> all = Files.walk(chain.home().resolve(".baton/secrets"))) {
      return all.filter(Files::isRegularFile).map(ReaderIT::content).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<DynamicTest> eachServer(Check check) {
    return chain.instances().stream()
        .filter(one -> !List.of("lb", "issuer").contains(one.getString("kind")))
        .map(one -> DynamicTest.dynamicTest(one.getString("name"), () -> check.of(one)));
  }

  private interface Check {
    void of(JsonObject server);
  }
}
