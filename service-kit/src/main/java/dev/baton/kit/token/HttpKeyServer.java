package dev.baton.kit.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Fetches the key set by HTTP. Bounded in every way: time to connect, time between bytes, time of
 * the whole, size; redirects are not followed.
 */
final class HttpKeyServer implements KeyServer {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 1_500;
  private static final Duration WHOLE = Duration.ofSeconds(3);
  private static final int LARGEST = 256 * 1024;

  private final URL address;

  /**
   * @throws IllegalArgumentException when this is no address of HTTP
   */
  HttpKeyServer(URI address) {
    this.address = url(address);
  }

  @Override
  public String fetch() throws IOException {
    HttpURLConnection connection = IssuerConnection.open(address);
    long end = System.nanoTime() + WHOLE.toNanos();
    Timer deadline = new Timer("baton-keys-deadline", true);
    deadline.schedule(disconnecting(connection), WHOLE.toMillis());
    try {
      return read(connection, end);
    } finally {
      deadline.cancel();
      connection.disconnect();
    }
  }

  private static URL url(URI address) {
    try {
      URL url = address.toURL();
      if (url.getProtocol().startsWith("http")) {
        return url;
      }
    } catch (MalformedURLException e) {
      // told below
    }
    throw new IllegalArgumentException("no HTTP address: " + address);
  }

  private static TimerTask disconnecting(HttpURLConnection connection) {
    return new TimerTask() {
      @Override
      public void run() {
        connection.disconnect();
      }
    };
  }

  private static String read(HttpURLConnection connection, long end) throws IOException {
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/jwk-set+json, application/json");
    // One that may be kept would be read on for its rest by a thread of the JDK, beside ours.
    connection.setRequestProperty("Connection", "close");
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("status " + status);
    }
    try (InputStream body = connection.getInputStream()) {
      return bounded(body, connection.getContentLengthLong(), end);
    }
  }

  private static String bounded(InputStream body, long announced, long end) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] block = new byte[8 * 1024];
    for (int n = body.read(block); n >= 0; n = body.read(block)) {
      read.write(block, 0, n);
      if (read.size() > LARGEST) {
        throw new IOException("more than " + LARGEST + " bytes");
      }
      // While bytes come, whoever would disconnect waits for the reader's lock.
      if (System.nanoTime() - end >= 0) {
        throw new IOException("more than " + WHOLE.toSeconds() + " s");
      }
    }
    if (announced >= 0 && read.size() != announced) {
      throw new IOException("cut off");
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
