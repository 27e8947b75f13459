package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.fuzz.Wire;
import dev.baton.tests.tokens.Bearer;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The operators' port of every server: for operators, and for nothing else. */
@Tag("system")
class AdminCenterIT {
  private static final String APPLICATION =
      "/IBMJMXConnectorREST/mbeans/WebSphere%3Aservice%3Dcom.ibm.websphere.application"
          + ".ApplicationMBean%2Cname%3D";
  private static final List<String> OPERATORS_PAGES =
      List.of("/IBMJMXConnectorREST/mbeans", "/ibm/api/config", "/metrics");

  private final LocalChain chain = new LocalChain();

  @TestFactory
  Stream<DynamicTest> theAdministratorSeesTheApplication() {
    return eachServer(
        server -> {
          Answer page = asAdministrator(server, "/adminCenter/login.jsp");
          assertThat(page.status()).isEqualTo(200);

          Answer state =
              asAdministrator(server, APPLICATION + server.kind() + "-war/attributes/State");
          assertThat(state.json().getString("value")).isEqualTo("STARTED");
        });
  }

  @TestFactory
  Stream<DynamicTest> aUsersTokenOpensNothing() {
    String token = chain.tokenOf("olga");
    return eachServer(
        server -> {
          for (String page : OPERATORS_PAGES) {
            assertThat(asAdministrator(server, page).status()).as(page).isEqualTo(200);
            assertThat(chain.web().get(server.admin().resolve(page), token).status())
                .as(page)
                .isEqualTo(401);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> withoutAPasswordThereIsTheLoginAndNothingBehindIt() {
    return eachServer(
        server -> {
          for (String page : OPERATORS_PAGES) {
            assertThat(chain.web().get(server.admin().resolve(page), "").status())
                .as(page)
                .isEqualTo(401);
          }
          assertThat(chain.web().get(server.admin().resolve("/adminCenter/"), "").status())
              .isEqualTo(302);
        });
  }

  @TestFactory
  Stream<DynamicTest> neitherPortAnswersForTheOther() {
    String token = chain.tokenOf("carol");
    return eachServer(
        server -> {
          assertThat(chain.web().get(server.admin().resolve("/orders/1"), token).status())
              .isEqualTo(404);
          for (String page : List.of("/adminCenter/", "/metrics", "/ibm/api/config")) {
            assertThat(chain.asOperator(server.application().resolve(page)).status())
                .as(page)
                .isIn(401, 404);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aForgedHostOpensNeitherPortFromTheOther() {
    String token = "Bearer " + chain.forge().good(new Bearer("carol", "clerk"));
    return eachServer(
        server -> {
          for (String page : List.of("/adminCenter/", "/metrics", "/ibm/api/", "/openapi")) {
            assertThat(raw(server.application(), page, server.admin(), token))
                .as(page)
                .startsWith("HTTP/1.1 404 ");
          }
          for (String page : List.of("/orders/1", "/api/orders/1")) {
            assertThat(raw(server.admin(), page, server.application(), token))
                .as(page)
                .startsWith("HTTP/1.1 404 ");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aWrongPasswordOpensNothing() {
    String wrong = "Basic " + Base64.getEncoder().encodeToString("admin:wrong".getBytes(US_ASCII));
    return eachServer(
        server -> {
          for (String page : OPERATORS_PAGES) {
            assertThat(raw(server.admin(), page, server.admin(), wrong))
                .as(page)
                .startsWith("HTTP/1.1 401 ");
          }
        });
  }

  @Test
  void upStartsAgainWhatAnAdministratorStopped() {
    Server before = gateway();
    URI stop = before.admin().resolve(APPLICATION + "gateway-war/operations/stop");
    Answer stopped = chain.asOperator("POST", stop, "{\"params\":[],\"signature\":[]}");
    assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
    assertThat(chain.web().get(before.application(), "").status()).isEqualTo(404);

    chain.baton("up");

    assertThat(gateway().pid()).isNotEqualTo(before.pid());
    assertThat(chain.web().get(before.application(), "").status()).isEqualTo(401);
  }

  private static Server gateway() {
    return servers(new LocalChain()).filter(one -> one.name().equals("gateway-2")).findAny().get();
  }

  private String raw(URI server, String page, URI named, String authorization) {
    return new Wire(chain.web().sockets(server), server)
        .exchange(
            "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
                .formatted(page, named.getAuthority(), authorization));
  }

  private Answer asAdministrator(Server server, String page) {
    return chain.asOperator(server.admin().resolve(page));
  }

  private Stream<DynamicTest> eachServer(Check check) {
    return servers(chain).map(server -> dynamicTest(server.name(), () -> check.of(server)));
  }

  private static Stream<Server> servers(LocalChain chain) {
    return chain.instances().stream()
        .filter(one -> !List.of("lb", "issuer").contains(one.getString("kind")))
        .map(
            one ->
                new Server(
                    one.getString("name"),
                    one.getString("kind"),
                    one.getInt("pid"),
                    URI.create(one.getString("url")),
                    URI.create(one.getString("adminUrl"))));
  }

  private record Server(String name, String kind, int pid, URI application, URI admin) {}

  private interface Check {
    void of(Server server) throws Exception;
  }
}
