package dev.baton.gateway.control;

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
 */
public final class Answer implements Closeable {

  private static final int HELD = 64 * 1024;

  /**
   * More is held where the length is unknown: the container ends a chunked answer as if it were
   * whole, so one that breaks off has to be noticed before it begins.
   */
  private static final int HELD_OF_UNKNOWN_LENGTH = 1024 * 1024;

  private static final int BUFFER = 16 * 1024;
  private static final int UNAVAILABLE = 503;
  private static final byte[] NOTHING = {};

  private final ForwardedRequest request;
  private final ClassicHttpResponse response;
  private final byte[] start;
  private final InputStream rest;
  private boolean complete;

  private Answer(
      ForwardedRequest request, ClassicHttpResponse response, byte[] start, InputStream rest) {
    this.request = request;
    this.response = response;
    this.start = start;
    this.rest = rest;
  }

  /** Reads the beginning of the answer, or all of a small one. */
  static Answer of(ForwardedRequest request, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      response.close();
      return new Answer(request, response, NOTHING, null);
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
    int held = entity.getContentLength() < 0 ? HELD_OF_UNKNOWN_LENGTH : HELD;
    byte[] start = body.readNBytes(held);
    if (start.length == held) {
      return new Answer(request, response, start, body);
    }
    response.close();
    return new Answer(request, response, start, null);
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

  /** The length of the body in bytes; negative when unknown. */
  public long length() {
    if (rest == null) {
      return start.length;
    }
    return response.getEntity().getContentLength();
  }

  /** Whether there is a body to write. */
  public boolean hasBody() {
    return response.getEntity() != null;
  }

  /** Whether the instance said that it cannot serve now. */
  boolean isUnavailable() {
    return status() == UNAVAILABLE;
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
    if (rest != null && !complete) {
      request.cancel();
    }
  }
}
