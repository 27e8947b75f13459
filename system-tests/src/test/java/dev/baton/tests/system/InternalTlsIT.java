package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.Web;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./baton up --tls}: who may call whom, whatever token comes along. */
@Tag("tls")
class InternalTlsIT {
  private static final List<String> CALLERS =
      List.of("httpd", "operator", "gateway-2", "service-a-1", "service-b-1", "service-c-1");
  private static final Map<Hop.Kind, Set<String>> EXPECTED =
      Map.of(
          Hop.Kind.GATEWAY, Set.of("httpd"),
          Hop.Kind.ORDERS, Set.of("gateway-2"),
          Hop.Kind.STOCK, Set.of("gateway-2", "service-a-1"),
          Hop.Kind.PRICES, Set.of("gateway-2", "service-b-1"));

  private final LocalChain chain = new LocalChain();
  private final String token = chain.tokenOf("carol");

  @Test
  void theUserSeesNoDifference() {
    Answer order = chain.web().get(chain.loadBalancer().resolve("/api/orders/1"), token);

    assertThat(order.status()).isEqualTo(200);
    assertThat(order.body()).contains("\"price\"");
  }

  @TestFactory
  Stream<DynamicTest> whoMayCallWhom() {
    return chain.hops().stream()
        .flatMap(
            hop ->
                CALLERS.stream()
                    .map(
                        caller ->
                            DynamicTest.dynamicTest(
                                caller + " calls " + hop, () -> call(caller, hop))));
  }

  private void call(String caller, Hop hop) {
    Answer answer = chain.showing(caller).get(hop.resource(), token);

    if (EXPECTED.get(hop.kind()).contains(caller)) {
      assertThat(answer.status()).isEqualTo(200);
      return;
    }
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("This service is not open to this caller.");
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsPastTheHandshakeWithoutACertificate() {
    return hops(hop -> refusesTheHandshakeOf(chain.web(), hop));
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsPastTheHandshakeWithAnothersAuthority(@TempDir Path folder)
      throws Exception {
    Web stranger = chain.showing(selfSigned(folder), "stranger");

    return hops(hop -> refusesTheHandshakeOf(stranger, hop));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsAnsweredWithoutTls() {
    return hops(
        hop -> {
          URI plain = URI.create(hop.resource().toString().replace("https:", "http:"));
          assertThatThrownBy(() -> chain.web().get(plain, token))
              .hasRootCauseInstanceOf(IOException.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> healthIsToldToEveryCertificateOfOurs() {
    Web operator = chain.showing("operator");

    return hops(
        hop ->
            assertThat(operator.get(hop.base().resolve("/health/ready"), "").status())
                .isEqualTo(200));
  }

  private static void refusesTheHandshakeOf(Web web, Hop hop) {
    assertThatThrownBy(() -> web.get(hop.base().resolve("/health/ready"), ""))
        .rootCause()
        .isInstanceOfAny(SSLException.class, IOException.class);
  }

  private Stream<DynamicTest> hops(Consumer<Hop> check) {
    return chain.hops().stream()
        .map(hop -> DynamicTest.dynamicTest(hop.name(), () -> check.accept(hop)));
  }

  /** A certificate that says gateway, and that nobody vouches for. */
  private static Path selfSigned(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("stranger.p12");
    Process keytool =
        new ProcessBuilder(
                "keytool",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gateway",
                "-ext",
                "san=dns:gateway,dns:lb,dns:service-a,dns:service-b",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "stranger")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }
}
