package dev.baton.tests.pressure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and hands its answers on after a while. */
public final class Relay implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final ServerSocket server;
  private final URI target;
  private volatile Duration delay = Duration.ZERO;

  public Relay(URI target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on every answer waits so long. */
  public void delay(Duration time) {
    delay = time;
  }

  /** How many GET requests came through. */
  public int calls() {
    return calls.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = server.accept();
        Socket called = new Socket(target.getHost(), target.getPort());
        sockets.add(caller);
        sockets.add(called);
        threads.execute(() -> pump(caller, called, true));
        threads.execute(() -> pump(called, caller, false));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pump(Socket from, Socket to, boolean isRequest) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (isRequest) {
          count(buffer);
        } else {
          Thread.sleep(delay.toMillis());
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // either side has ended the connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A client writes the head of a request at once. */
  private void count(byte[] buffer) {
    if (new String(buffer, 0, 4, ISO_8859_1).equals("GET ")) {
      calls.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
