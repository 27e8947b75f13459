package dev.baton.tests.balancer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Locale;
import javax.net.SocketFactory;

/**
 * A user on one kept-alive HTTP/1.1 connection (RFC 9112), written by hand because Java's own
 * client silently repeats what a broken connection lost.
 */
public final class KeepAliveUser implements User {

  private static final int PATIENCE_MILLIS = 5_000;

  private final SocketFactory sockets;
  private final URI resource;
  private final byte[] request;
  private Socket socket;
  private InputStream in;
  private boolean isSilent;

  /**
   * @param sockets makes its connections
   */
  public KeepAliveUser(SocketFactory sockets, URI resource, String token) {
    this.sockets = sockets;
    this.resource = resource;
    request =
        ("GET " + resource.getRawPath() + " HTTP/1.1\r\n")
            .concat("Host: " + resource.getAuthority() + "\r\n")
            .concat("Authorization: Bearer " + token + "\r\n\r\n")
            .getBytes(US_ASCII);
  }

  @Override
  public int get() throws IOException {
    return ask().status();
  }

  /**
   * As {@link #ask}, and once more on a new connection where a kept one had ended before any byte
   * of the answer came: a server may end an idle connection at any time (RFC 9112 section 9.3.1).
   *
   * @throws IOException when a connection broke in the middle of an answer, or a new one at all
   */
  public Reply askAgain() throws IOException {
    boolean isKept = socket != null;
    try {
      return ask();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      if (isKept && isSilent) {
        return ask();
      }
      throw e;
    }
  }

  /**
   * One GET, read to its end.
   *
   * @throws IOException when the connection broke or the answer is not whole
   */
  public Reply ask() throws IOException {
    try {
      connect();
      isSilent = true;
      socket.getOutputStream().write(request);
      return answer();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (socket == null) {
      return;
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      socket = null;
    }
  }

  private void connect() throws IOException {
    if (socket != null) {
      return;
    }
    socket = sockets.createSocket(resource.getHost(), resource.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  private Reply answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    boolean saysWhen = false;
    for (String field = line(); !field.isEmpty(); field = line()) {
      String lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      saysWhen |= lower.startsWith("retry-after:");
      last |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    if (last) {
      close();
    }
    return new Reply(status, saysWhen);
  }

  private void skipChunks() throws IOException {
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      in.skipNBytes(size);
      line();
    }
    line();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection broke");
      }
      isSilent = false;
      text.append((char) next);
    }
    return text.toString().stripTrailing();
  }
}
