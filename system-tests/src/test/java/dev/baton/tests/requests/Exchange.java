package dev.baton.tests.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.baton.tests.fuzz.RawAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/**
 * What one connection brought.
 *
 * @param text each byte a character
 * @param isEnded whether the server ended the connection
 */
public record Exchange(String text, boolean isEnded) {

  private static final Pattern FINAL_ANSWER = Pattern.compile("HTTP/\\d\\.\\d ([2-5]\\d\\d) ");
  private static final int QUIET_MILLIS = 250;

  /**
   * Sends the characters, each as one byte, and takes what comes until the server ends the
   * connection or has said something and then nothing more for a quarter of a second.
   *
   * @param patience for the first byte
   */
  public static Exchange of(SocketFactory sockets, URI server, String request, Duration patience) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (Socket socket = sockets.createSocket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) patience.toMillis());
      boolean isEnded = transfer(socket, request, text);
      return new Exchange(text.toString(ISO_8859_1), isEnded);
    } catch (IOException e) {
      return new Exchange("", true);
    }
  }

  private static boolean transfer(Socket socket, String request, ByteArrayOutputStream text) {
    try {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // a server that has heard enough may have answered before it ended the connection
    }
    try {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        socket.setSoTimeout(QUIET_MILLIS);
        text.write(buffer, 0, read);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** The first answer. */
  public RawAnswer answer() {
    return new RawAnswer(text);
  }

  /** How many requests were answered. */
  public long answers() {
    return statuses().size();
  }

  /** One for each request that was answered. */
  public List<Integer> statuses() {
    return FINAL_ANSWER.matcher(text).results().map(one -> Integer.valueOf(one.group(1))).toList();
  }

  /** Whether the server neither said a word nor ended the connection. */
  public boolean isSilent() {
    return text.isEmpty() && !isEnded;
  }
}
