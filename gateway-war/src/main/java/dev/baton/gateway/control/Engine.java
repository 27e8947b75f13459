package dev.baton.gateway.control;

import dev.baton.kit.balance.CallSettings;
import dev.baton.kit.balance.InternalTls;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Speaks HTTP to the services: one client and one pool, which follow no redirect, keep no cookie,
 * try nothing again and unpack nothing.
 */
@ApplicationScoped
public class Engine {

  /** Liberty ends idle connections after 30 s by default; ours go first. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(20);

  private static final TimeValue UNUSED_UNTIL_CHECKED = TimeValue.ofMilliseconds(500);

  private final CloseableHttpClient client;
  private final StallGuard stalls;
  private final Map<URI, HttpHost> hosts = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected Engine() {
    this.client = null;
    this.stalls = null;
  }

  @Inject
  public Engine(CallSettings calls, GatewaySettings settings, InternalTls tls) {
    this.stalls = new StallGuard(settings.stall());
    this.client =
        HttpClients.custom()
            .setConnectionManager(pool(calls, tls))
            .setDefaultRequestConfig(config(calls))
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableDefaultUserAgent()
            .disableRedirectHandling()
            .evictExpiredConnections()
            .evictIdleConnections(IDLE)
            .build();
  }

  /**
   * Sends a request and returns when the head of the answer is there.
   *
   * @throws IOException when the instance could not be reached or did not answer in time
   */
  Answer send(URI instance, OutboundRequest request) throws IOException {
    HttpHost host = hosts.computeIfAbsent(instance, HttpHost::create);
    ForwardedRequest message =
        new ForwardedRequest(request.method(), host, instance.getRawPath() + request.target());
    request.headers().forEach(message::addHeader);
    message.setEntity(request.body().entity(message.progress()));
    if (request.body().isHeld()) {
      return exchange(host, message);
    }
    try (StallGuard.Watch watch = stalls.watch(message)) {
      return exchange(host, message);
    }
  }

  private Answer exchange(HttpHost host, ForwardedRequest message) throws IOException {
    return Answer.of(message, client.executeOpen(host, message, null));
  }

  private static HttpClientConnectionManager pool(CallSettings calls, InternalTls tls) {
    PoolingHttpClientConnectionManager pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(calls.connect()))
                    .setSocketTimeout(Timeout.of(calls.read()))
                    .setValidateAfterInactivity(UNUSED_UNTIL_CHECKED)
                    .build())
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setTlsSocketStrategy(tls.context().map(DefaultClientTlsStrategy::new).orElse(null))
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnPerRoute(calls.connections())
            .build();
    pool.setMaxTotal(Integer.MAX_VALUE);
    return pool;
  }

  private static RequestConfig config(CallSettings calls) {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setConnectionRequestTimeout(calls.connect().toMillis(), TimeUnit.MILLISECONDS)
        .setProtocolUpgradeEnabled(false)
        .setResponseTimeout(Timeout.of(calls.read()))
        .build();
  }

  @PreDestroy
  void close() {
    stalls.close();
    client.close(CloseMode.GRACEFUL);
  }
}
