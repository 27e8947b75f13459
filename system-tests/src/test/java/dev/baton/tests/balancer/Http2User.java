package dev.baton.tests.balancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** A user whose requests are streams of one HTTP/2 connection (RFC 9113). */
final class Http2User implements User {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client;
  private final HttpRequest request;

  Http2User(SSLContext trust, URI resource, String token) {
    client = HttpClient.newBuilder().sslContext(trust).version(Version.HTTP_2).build();
    request =
        HttpRequest.newBuilder(resource)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
  }

  @Override
  public int get() throws IOException {
    try {
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      if (response.version() != Version.HTTP_2) {
        throw new IOException("answered over " + response.version());
      }
      return response.statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    // The client of Java 17 closes with its last reference.
  }
}
