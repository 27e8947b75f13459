package dev.baton.kit.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/**
 * Asks an instance that was left alone whether it is ready again, so that no user's request has to
 * find out: one that is just starting takes a connection long before it can answer.
 */
@ApplicationScoped
public class ReadinessProbe {

  private static final String PAGE = "/health/ready";
  private static final int READY = 200;

  private final CallSettings settings;
  private final InternalTls tls;
  private HttpClient client;

  /** For the container's proxy. */
  protected ReadinessProbe() {
    this(null, null);
  }

  @Inject
  public ReadinessProbe(CallSettings settings, InternalTls tls) {
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * Returns at once; {@code ready} runs when the instance has said so, and else never.
   *
   * @return ends with the answer, or as a failure without one
   */
  CompletableFuture<Void> ask(URI instance, Runnable ready) {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(instance + PAGE)).timeout(settings.read()).build();
    return client()
        .sendAsync(question, BodyHandlers.discarding())
        .thenAccept(told -> tell(told, ready));
  }

  private static void tell(HttpResponse<Void> told, Runnable ready) {
    if (told.statusCode() == READY) {
      ready.run();
    }
  }

  /** Made when it is needed first: most servers never ask. */
  private synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(settings.connect());
      tls.context().ifPresent(builder::sslContext);
      client = builder.build();
    }
    return client;
  }
}
