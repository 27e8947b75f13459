package dev.baton.gateway.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service that says the very bytes it was told to, or nothing. */
final class RawService implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Behaviour behaviour;

  private RawService(Behaviour behaviour) {
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.behaviour = behaviour;
    threads.execute(this::accept);
  }

  /** Reads a request's head and a body of known length, answers, and says no more. */
  static RawService saying(String answer) {
    return new RawService(
        (service, socket) -> {
          service.requests.add(readRequest(socket));
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
          socket.shutdownOutput();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
  }

  /** Reads a request, answers, and waits for the next one on the same connection. */
  static RawService keeping(String answer) {
    return new RawService(
        (service, socket) -> {
          for (String request = readRequest(socket); !request.isEmpty(); ) {
            service.requests.add(request);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            request = readRequest(socket);
          }
        });
  }

  /** Answers as soon as it has read a request's head, and reads no more. */
  static RawService hasty(String answer) {
    return new RawService(
        (service, socket) -> {
          socket.getInputStream().read();
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
          Thread.sleep(60_000);
        });
  }

  /** Reads a request's head and never says anything. */
  static RawService silent() {
    return new RawService(
        (service, socket) -> {
          service.requests.add(readRequest(socket));
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
  }

  /** Reads nothing at all. */
  static RawService deaf() {
    return new RawService(
        (service, socket) -> {
          service.requests.add("");
          Thread.sleep(60_000);
        });
  }

  /** An address at which nobody listens. */
  static URI nobody() throws IOException {
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + unused.getLocalPort());
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  List<String> requests() {
    return requests;
  }

  /** How often somebody wanted something of it. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      behaviour.serve(this, socket);
    } catch (IOException e) {
      // the caller is gone, as some tests mean it to be
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readRequest(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder request = new StringBuilder();
    int length = 0;
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      request.append(line).append('\n');
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
      line = reader.readLine();
    }
    for (int i = 0; i < length; i++) {
      request.append((char) reader.read());
    }
    return request.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private interface Behaviour {
    void serve(RawService service, Socket socket) throws IOException, InterruptedException;
  }
}
