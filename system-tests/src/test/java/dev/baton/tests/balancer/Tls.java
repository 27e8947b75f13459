package dev.baton.tests.balancer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a balancer shows, and whom its users trust.
 *
 * @param certificate PEM
 * @param key PEM
 * @param authority PEM
 */
public record Tls(Path certificate, Path key, Path authority) {

  /** A certificate for localhost that is its own authority. */
  public static Tls selfSigned(Path directory) {
    Path certificate = directory.resolve("lb.pem");
    Path key = directory.resolve("lb.key");
    Commands.run(
        directory,
        ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj"
                + " /CN=localhost -addext subjectAltName=DNS:localhost -keyout lb.key -out lb.pem")
            .split(" "));
    return new Tls(certificate, key, certificate);
  }

  static Tls of(LocalRun run) {
    return new Tls(run.state("tls/httpd.pem"), run.state("tls/httpd.key"), run.state("tls/ca.pem"));
  }

  /** The users' trust. */
  public SSLContext context() {
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no trust in " + authority, e);
    }
  }
}
