package dev.baton.tests.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackException;

/**
 * HTTP/2 by hand (RFC 9113, 7541), because no client sends what it forbids. Each character is one
 * byte, as in {@link HostileRequest}.
 */
final class Http2 {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RESET = 3;
  static final int SETTINGS = 4;
  static final int PROMISE = 5;
  static final int PING = 6;
  static final int FAREWELL = 7;
  static final int WINDOW = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  /** What opens a connection: the preface and settings that change nothing. */
  static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0, "");

  private static final int QUIET_MILLIS = 250;
  private static final int TABLE = 4096;

  private Http2() {}

  static String frame(int type, int flags, int stream, String payload) {
    return number(payload.length(), 3) + (char) type + (char) flags + number(stream, 4) + payload;
  }

  /** Of so many bytes, the highest first. */
  static String number(long value, int bytes) {
    StringBuilder text = new StringBuilder();
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      text.append((char) (value >> shift & 0xff));
    }
    return text.toString();
  }

  /** A field as it is, without any table or Huffman's code (RFC 7541 section 6.2.2). */
  static String field(String name, String value) {
    return "\0" + length(name) + name + length(value) + value;
  }

  private static String length(String text) {
    int rest = text.length() - 127;
    if (rest < 0) {
      return "" + (char) text.length();
    }
    StringBuilder length = new StringBuilder("\u007f");
    for (; rest >= 128; rest >>= 7) {
      length.append((char) (rest & 127 | 128));
    }
    return length.append((char) rest).toString();
  }

  /**
   * Sends the characters over one connection and writes down what comes as HTTP/1.1 would say it,
   * until the server ends connection or stream, or has answered and then says nothing more for a
   * quarter of a second.
   *
   * @param patience for the first answer
   */
  static Exchange exchange(SSLSocketFactory sockets, URI server, String text, Duration patience) {
    Answers answers = new Answers();
    try (SSLSocket socket = (SSLSocket) sockets.createSocket(server.getHost(), server.getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.setSoTimeout((int) patience.toMillis());
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        if (answers.read(in)) {
          socket.setSoTimeout(QUIET_MILLIS);
        }
      }
    } catch (SocketTimeoutException e) {
      return answers.exchange();
    } catch (IOException | HPackException e) {
      answers.isEnded = true;
      return answers.exchange();
    }
  }

  /** What a connection brought, stream by stream. */
  private static final class Answers {

    private final HPackDecoder decoder = new HPackDecoder(TABLE, ISO_8859_1);
    private final Map<Integer, StringBuilder> streams = new TreeMap<>();
    private boolean isEnded;

    /** Takes one frame; tells whether it ended something. */
    private boolean read(DataInputStream in) throws IOException, HPackException {
      int head = in.readInt();
      int type = head & 0xff;
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = in.readNBytes(head >>> 8);
      if (payload.length < head >>> 8) {
        throw new EOFException();
      }
      if (type == HEADERS) {
        of(stream).append(head(decoder.decodeHeaders(ByteBuffer.wrap(payload))));
      } else if (type == DATA) {
        of(stream).append(new String(payload, ISO_8859_1));
      }
      boolean isCut = type == RESET || type == FAREWELL;
      isEnded |= isCut;
      return isCut || type <= HEADERS && (flags & END_STREAM) != 0;
    }

    private StringBuilder of(int stream) {
      return streams.computeIfAbsent(stream, any -> new StringBuilder());
    }

    private static String head(List<Header> fields) {
      StringBuilder text = new StringBuilder();
      for (Header field : fields) {
        boolean isStatus = field.getName().equals(":status");
        text.append(isStatus ? "HTTP/1.1 " : field.getName() + ": ")
            .append(field.getValue())
            .append(isStatus ? " \r\n" : "\r\n");
      }
      return text.append("\r\n").toString();
    }

    private Exchange exchange() {
      return new Exchange(String.join("", streams.values()), isEnded);
    }
  }
}
