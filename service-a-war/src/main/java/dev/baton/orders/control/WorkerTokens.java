package dev.baton.orders.control;

import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.IssuerConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The background worker's own token: OAuth 2.0 client credentials at the issuer (RFC 6749 section
 * 4.4), kept until shortly before it ends.
 */
@ApplicationScoped
public class WorkerTokens {
  private static final Logger LOG = Logger.getLogger(WorkerTokens.class.getName());
  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 3_000;
  private static final int LARGEST = 64 * 1024;
  private static final Duration REST = Duration.ofSeconds(30);

  /** Of a token whose issuer does not say how long it lives (RFC 6749, section 5.1). */
  private static final Long UNTOLD_SECONDS = 60L;

  private final Optional<URI> issuer;
  private final String client;
  private final Optional<String> secret;
  private final Clock clock = Clock.systemUTC();

  private String token;
  private Instant until = Instant.EPOCH;

  /** For the container's client proxy. */
  protected WorkerTokens() {
    this(Optional.empty(), null, Optional.empty());
  }

  /**
   * @param issuer its token endpoint
   * @param client the worker's client id
   * @param secret the client's secret
   */
  @Inject
  public WorkerTokens(
      @ConfigProperty(name = "baton.token.url") Optional<URI> issuer,
      @ConfigProperty(name = "baton.client.worker.id", defaultValue = "baton-worker") String client,
      @ConfigProperty(name = "baton.client.worker.secret") Optional<String> secret) {
    this.issuer = issuer;
    this.client = client;
    this.secret = secret;
  }

  /** Whether the worker can have a token at all. */
  public boolean isConfigured() {
    return issuer.isPresent() && secret.isPresent();
  }

  /**
   * A token that lives for at least half a minute.
   *
   * @throws ProblemException 503 when the issuer gives none
   */
  public synchronized String current() {
    if (token == null || clock.instant().plus(REST).isAfter(until)) {
      fetch();
    }
    return token;
  }

  /** A service did not believe the token: the next call asks the issuer again. */
  public synchronized void forget() {
    token = null;
  }

  private void fetch() {
    Instant asked = clock.instant();
    try {
      Map<String, Object> answer = StrictJson.object(ask());
      token = (String) answer.get("access_token");
      until = asked.plusSeconds((Long) answer.getOrDefault("expires_in", UNTOLD_SECONDS));
    } catch (IOException | MalformedJsonException | ClassCastException e) {
      throw none(e);
    }
    if (token == null) {
      throw none(new IOException("no access_token"));
    }
  }

  private static ProblemException none(Exception cause) {
    LOG.log(Level.WARNING, "The issuer gives the worker no token: {0}", cause.toString());
    return ProblemException.unavailable("The issuer gives no token.", 1);
  }

  private byte[] ask() throws IOException {
    HttpURLConnection connection = IssuerConnection.open(issuer.orElseThrow().toURL());
    try {
      send(connection);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("status " + status);
      }
      try (InputStream answer = connection.getInputStream()) {
        return answer.readNBytes(LARGEST);
      }
    } finally {
      connection.disconnect();
    }
  }

  private void send(HttpURLConnection connection) throws IOException {
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(form().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String form() {
    return "grant_type=client_credentials&scope=openid&client_id="
        + encoded(client)
        + "&client_secret="
        + encoded(secret.orElseThrow());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
