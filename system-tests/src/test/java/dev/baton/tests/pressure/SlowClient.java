package dev.baton.tests.pressure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Clients that hold a connection as long as they are let. */
public final class SlowClient implements AutoCloseable {

  /** What a client is slow at. */
  public enum Manner {
    HEADERS,
    BODY,
    READING
  }

  private static final int STEP_MILLIS = 400;
  private static final int SMALL_BUFFER = 4096;

  private final Manner manner;
  private final Socket socket;
  private final String start;
  private final CompletableFuture<Duration> cut = new CompletableFuture<>();

  private SlowClient(Manner manner, Socket socket, String start) {
    this.manner = manner;
    this.socket = socket;
    this.start = start;
  }

  /**
   * Lets so many begin, each on a thread of its own.
   *
   * @param start what each sends at once: of a header and a body the beginning, of a reader the
   *     whole request
   */
  public static List<SlowClient> begin(
      int number, Manner manner, SSLSocketFactory sockets, URI server, String start)
      throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<SlowClient> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      SlowClient one = new SlowClient(manner, connect(sockets, server), start);
      all.add(one);
      threads.execute(one::hold);
    }
    threads.shutdown();
    return all;
  }

  private static Socket connect(SSLSocketFactory sockets, URI server) throws IOException {
    Socket plain = new Socket();
    plain.setReceiveBufferSize(SMALL_BUFFER);
    plain.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    SSLSocket socket =
        (SSLSocket) sockets.createSocket(plain, server.getHost(), server.getPort(), true);
    socket.startHandshake();
    socket.setSoTimeout(STEP_MILLIS);
    // else closing waits for a write that waits for the server
    socket.setSoLinger(true, 0);
    return socket;
  }

  private void hold() {
    Instant begin = Instant.now();
    try {
      send(start);
      while (!isAnswered()) {
        send(manner == Manner.READING ? start : "x");
      }
    } catch (IOException e) {
      // the server would not wait any longer
    }
    cut.complete(Duration.between(begin, Instant.now()));
  }

  /** Waits a step at the same time. A reader does not even look. */
  private boolean isAnswered() throws IOException {
    if (manner == Manner.READING) {
      return false;
    }
    try {
      return socket.getInputStream().read() != 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** What it is slow at. */
  public Manner manner() {
    return manner;
  }

  /** How long it was let; negative when it still is after so long. */
  public Duration heldFor(Duration patience) {
    return cut.completeOnTimeout(Duration.ofSeconds(-1), patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
