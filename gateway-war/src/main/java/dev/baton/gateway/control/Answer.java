package dev.baton.gateway.control;

import dev.baton.kit.problem.NotStarted;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A service's answer. The connection of a small one is free again before the user has read it; a
 * larger one streams through and is never held.
 *
 * <p>One of unknown length is read to its end first: the container would end it for the user as if
 * it were whole, wherever the service broke off.
 */
public final class Answer implements Closeable {

  private static final int HELD = 64 * 1024;

  /** Where the length is unknown, more is held before the disk has to help. */
  private static final int HELD_OF_UNKNOWN_LENGTH = 1024 * 1024;

  private static final long LARGEST_SPOOLED = 1024L * 1024 * 1024;

  private static final int BUFFER = 16 * 1024;
  private static final int UNAVAILABLE = 503;
  private static final byte[] NOTHING = {};

  private final ForwardedRequest request;
  private final ClassicHttpResponse response;
  private final byte[] start;
  private final InputStream rest;
  private final long length;
  private final boolean isSpooled;
  private boolean complete;

  private Answer(
      ForwardedRequest request,
      ClassicHttpResponse response,
      byte[] start,
      InputStream rest,
      long length,
      boolean isSpooled) {
    this.request = request;
    this.response = response;
    this.start = start;
    this.rest = rest;
    this.length = length;
    this.isSpooled = isSpooled;
  }

  /** Reads the beginning of the answer, or all of a small one. */
  static Answer of(ForwardedRequest request, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      response.close();
      return new Answer(request, response, NOTHING, null, 0, false);
    }
    try {
      return read(request, response, entity);
    } catch (IOException e) {
      request.cancel();
      throw e;
    }
  }

  private static Answer read(
      ForwardedRequest request, ClassicHttpResponse response, HttpEntity entity)
      throws IOException {
    InputStream body = entity.getContent();
    boolean isSized = entity.getContentLength() >= 0;
    int held = isSized ? heldOf(entity.getContentLength()) : HELD_OF_UNKNOWN_LENGTH;
    byte[] start = body.readNBytes(held);
    if (start.length == held && isSized) {
      return new Answer(request, response, start, body, entity.getContentLength(), false);
    }
    if (start.length < held) {
      response.close();
      return new Answer(request, response, start, null, start.length, false);
    }
    Spool.Spooled rest = Spool.of(body, LARGEST_SPOOLED);
    response.close();
    return new Answer(request, response, start, rest.content(), held + rest.length(), true);
  }

  // No more than comes: asked for more, the JDK takes 8 KiB for each small answer. And one byte, so
  // that its end is seen.
  private static int heldOf(long length) {
    return (int) Math.min(HELD, length + 1);
  }

  /** The status. */
  public int status() {
    return response.getCode();
  }

  /** All headers, hop-by-hop ones included. */
  public Header[] headers() {
    return response.getHeaders();
  }

  /** The first value of a header, or null. */
  public String header(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** The length of the body in bytes. */
  public long length() {
    return length;
  }

  /** Whether there is a body to write. */
  public boolean hasBody() {
    return response.getEntity() != null;
  }

  /** Whether the instance said that it cannot serve now. */
  boolean isUnavailable() {
    return status() == UNAVAILABLE;
  }

  /** Whether the instance has no application yet: it has not looked at the request. */
  boolean isFromNoApplication() {
    return NotStarted.isToldBy(status(), start);
  }

  /**
   * Writes the body.
   *
   * @throws BrokenAnswerException when the service does not send all of it
   * @throws IOException when the user is gone
   */
  public void writeTo(OutputStream out) throws IOException {
    out.write(start);
    if (rest == null) {
      return;
    }
    byte[] buffer = new byte[BUFFER];
    for (int read = readRest(buffer); read >= 0; read = readRest(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  private int readRest(byte[] buffer) throws BrokenAnswerException {
    try {
      int read = rest.read(buffer);
      complete = read < 0;
      return read;
    } catch (IOException e) {
      throw new BrokenAnswerException(e);
    }
  }

  /** Frees the connection; one with an answer on it that was not read to the end is cut. */
  @Override
  public void close() {
    if (isSpooled) {
      Spool.drop(rest);
    } else if (rest != null && !complete) {
      request.cancel();
    }
  }
}
