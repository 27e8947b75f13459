package dev.baton.tests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import javax.net.SocketFactory;

/**
 * A connection of its own for each request.
 *
 * @param sockets makes it
 * @param server at the other end
 */
public record Wire(SocketFactory sockets, URI server) {

  private static final int PATIENCE_MILLIS = 15_000;

  /**
   * Sends the characters, each as one byte, and returns all that comes until the server ends the
   * connection; empty when it ends it without a word.
   *
   * @throws IllegalStateException when it does neither in 15 s
   */
  public String exchange(String request) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = sockets.createSocket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException e) {
      throw new IllegalStateException(server + " neither answers nor ends the connection", e);
    } catch (IOException e) {
      return answer.toString(ISO_8859_1);
    }
    return answer.toString(ISO_8859_1);
  }
}
