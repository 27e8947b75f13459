package dev.baton.tests.balancer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.tests.balancer.LocalRun.Part;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import javax.net.SocketFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("system")
class OperatorsPortIT {

  private static final String JMX = "/IBMJMXConnectorREST/mbeans";
  private static final List<String> MANAGEMENT = List.of("/ibm/api/", JMX);
  private static final List<String> HIDDEN =
      List.of("/adminCenter/", "/ibm/api/", JMX, "/metrics", "/openapi", "/openapi/ui");

  private static final LocalRun RUN = new LocalRun();
  private static List<Part> servers;
  private static SocketFactory trust;
  private static String token;

  @BeforeAll
  static void start() {
    RUN.up();
    servers = RUN.servers();
    trust = Tls.of(RUN).context().getSocketFactory();
    token = "Bearer " + RUN.token("olga");
  }

  @Test
  void operatorsSeeEveryServer() {
    SoftAssertions all = new SoftAssertions();
    for (Part server : servers) {
      for (String account : List.of("admin", "reader")) {
        for (String path : MANAGEMENT) {
          all.assertThat(onAdminPort(server, path, basic(account, RUN.operatorPassword(account))))
              .as(server.name() + path + " as " + account)
              .isEqualTo(200);
        }
      }
    }
    all.assertAll();
  }

  @Test
  void aUsersTokenOpensNothingThere() {
    assertRefused(token);
  }

  @Test
  void neitherDoesAWrongPassword() {
    assertRefused(basic("admin", "wrong"));
  }

  @Test
  void theAdminPortDoesNotServeTheApplication() {
    SoftAssertions all = new SoftAssertions();
    for (Part server : servers) {
      for (Part named : servers) {
        for (String path : List.of("/orders/1", "/api/orders/1", "/oidc/endpoint/baton/jwk")) {
          all.assertThat(status(trust, server.adminUrl(), path, named.url().getAuthority(), token))
              .as(server.name() + path + " for " + named.url())
              .isEqualTo(404);
        }
      }
    }
    all.assertAll();
  }

  @Test
  void theApplicationPortDoesNotServeOperators() {
    SoftAssertions all = new SoftAssertions();
    for (Part server : servers) {
      for (URI named : List.of(server.url(), server.adminUrl())) {
        for (String path : HIDDEN) {
          all.assertThat(status(sockets(server), server.url(), path, named.getAuthority(), token))
              .as(server.name() + path + " for " + named)
              .isEqualTo(404);
        }
      }
    }
    all.assertAll();
  }

  private static void assertRefused(String authorization) {
    SoftAssertions all = new SoftAssertions();
    for (Part server : servers) {
      for (String path : MANAGEMENT) {
        all.assertThat(onAdminPort(server, path, authorization))
            .as(server.name() + path)
            .isEqualTo(401);
      }
    }
    all.assertAll();
  }

  private static int onAdminPort(Part server, String path, String authorization) {
    return status(trust, server.adminUrl(), path, server.adminUrl().getAuthority(), authorization);
  }

  private static int status(
      SocketFactory sockets, URI server, String path, String host, String authorization) {
    return new RawRequest(sockets, server).send(get(path, host, authorization)).status();
  }

  private static String get(String path, String host, String authorization) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
        .formatted(path, host, authorization);
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  private static SocketFactory sockets(Part server) {
    return server.url().getScheme().equals("https") ? trust : SocketFactory.getDefault();
  }
}
