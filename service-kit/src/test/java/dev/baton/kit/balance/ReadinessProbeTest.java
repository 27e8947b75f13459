package dev.baton.kit.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessProbeTest {

  private final CallSettings settings = new CallSettings(250, 500, 3000, 2000, 10);
  private final ReadinessProbe probe = new ReadinessProbe(settings, new InternalTls("off"));
  private final AtomicBoolean ready = new AtomicBoolean();
  private HttpServer server;
  private URI instance;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    instance = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void readyInstanceIsTold() {
    answer(200);

    probe.ask(instance, () -> ready.set(true)).join();

    assertThat(ready).isTrue();
  }

  @Test
  void instanceThatIsNotReadyIsNotTold() {
    answer(503);

    probe.ask(instance, () -> ready.set(true)).join();

    assertThat(ready).isFalse();
  }

  @Test
  void instanceThatTakesTheConnectionAndSaysNothingIsNotTold() {
    server.createContext("/health/ready", exchange -> {});

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> probe.ask(instance, () -> ready.set(true)).join());
    assertThat(ready).isFalse();
  }

  @Test
  void instanceThatIsAwayIsNotTold() {
    server.stop(0);

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> probe.ask(instance, () -> ready.set(true)).join());
    assertThat(ready).isFalse();
  }

  private void answer(int status) {
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }
}
