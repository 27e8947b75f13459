package dev.baton.tests.chain;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts one certificate authority and nobody else. */
public final class Web {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final SSLContext trust;

  private Web(SSLContext trust) {
    this.trust = trust;
    client = HttpClient.newBuilder().sslContext(trust).connectTimeout(PATIENCE).build();
  }

  /** A client for servers with certificates of the authority in a PEM file. */
  public static Web trusting(Path authority) {
    return connecting(authority, null);
  }

  /** The same, and it shows the certificate of a PKCS12 file to whoever asks for one. */
  public static Web trustingAndShowing(Path authority, Path identity, String password) {
    try (InputStream in = Files.newInputStream(identity)) {
      KeyStore shown = KeyStore.getInstance("PKCS12");
      shown.load(in, password.toCharArray());
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(shown, password.toCharArray());
      return connecting(authority, keys.getKeyManagers());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate in " + identity, e);
    }
  }

  private static Web connecting(Path authority, KeyManager[] identity) {
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity, trust.getTrustManagers(), null);
      return new Web(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no trust in " + authority, e);
    }
  }

  /** For whoever wants to write the bytes himself. */
  public SocketFactory sockets(URI uri) {
    return uri.getScheme().equals("https") ? trust.getSocketFactory() : SocketFactory.getDefault();
  }

  /** A GET as the token's bearer; with an empty token, without any Authorization header. */
  public Answer get(URI uri, String token) {
    return get(uri, token, Map.of());
  }

  public Answer get(URI uri, String token, Map<String, String> headers) {
    return send("GET", uri, token, headers, BodyPublishers.noBody());
  }

  public Answer send(
      String method,
      URI uri,
      String token,
      Map<String, String> headers,
      HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).version(versionFor(uri)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return answer(request.build());
  }

  /**
   * HTTP/2 is for the users' side: between the servers it is HTTP/1.1, as their clients speak it.
   */
  private static Version versionFor(URI uri) {
    return uri.getScheme().equals("https") ? Version.HTTP_2 : Version.HTTP_1_1;
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
