package dev.baton.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerCheckTest {
  private final CallerCheck check = new CallerCheck(Set.of("gateway", "service-a"));
  private final Servlets exchange = new Servlets();

  @Test
  void theExpectedServiceIsLetIn() throws Exception {
    assertThat(isLetIn(shows("gateway"))).isTrue();
  }

  @Test
  void anotherServiceIsRefusedWithAProblem() throws Exception {
    assertThat(isLetIn(shows("service-b"))).isFalse();
    assertThat(exchange.status).isEqualTo(403);
    assertThat(exchange.body()).contains("This service is not open to this caller.");
  }

  @Test
  void theSubjectIsNoName() throws Exception {
    assertThat(isLetIn(shows("name-in-subject-only"))).isFalse();
  }

  @Test
  void withoutACertificateNobodyIsLetIn() throws Exception {
    assertThat(isLetIn(exchange)).isFalse();
  }

  @Test
  void onlyTheFirstCertificateIsTheCallers() throws Exception {
    exchange.attribute(
        "jakarta.servlet.request.X509Certificate",
        new X509Certificate[] {read("service-b"), read("gateway")});

    assertThat(isLetIn(exchange)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
  void healthIsToldToEverybody(String path) throws Exception {
    assertThat(isLetIn(shows("service-b").path(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/", "/health/ready/../../orders", "/healthy", "/health/ready;x"})
  void whatOnlyLooksLikeHealthIsNot(String path) throws Exception {
    assertThat(isLetIn(shows("service-b").path(path))).isFalse();
  }

  @Test
  void healthIsNotWritten() throws Exception {
    assertThat(isLetIn(shows("service-b").path("/health").method("POST"))).isFalse();
  }

  private Servlets shows(String certificate) throws Exception {
    return exchange.attribute(
        "jakarta.servlet.request.X509Certificate", new X509Certificate[] {read(certificate)});
  }

  private boolean isLetIn(Servlets asked) throws Exception {
    AtomicBoolean reached = new AtomicBoolean();
    check.doFilter(asked.request(), asked.response(), (request, response) -> reached.set(true));
    return reached.get();
  }

  private static X509Certificate read(String name) throws IOException, CertificateException {
    try (InputStream pem =
        CallerCheckTest.class.getResourceAsStream("/certificates/" + name + ".pem")) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
      return (X509Certificate) certificate;
    }
  }
}
