package dev.baton.gateway.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * A request's body. A small one is read before anybody else has to wait for it, and can be sent
 * twice; a larger one streams through and is never held.
 */
public final class RequestBody {

  /** What is held at most, in bytes. */
  static final int HELD = 64 * 1024;

  private static final RequestBody NONE = new RequestBody(null, null, 0);

  private final byte[] start;
  private final InputStream rest;
  private final long length;

  private RequestBody(byte[] start, InputStream rest, long length) {
    this.start = start;
    this.rest = rest;
    this.length = length;
  }

  /** A request without a body. */
  public static RequestBody none() {
    return NONE;
  }

  /**
   * Reads the beginning of a body, or all of a small one.
   *
   * @param length as announced; negative when unknown
   * @throws BodyRefusedException when the body breaks the limits or breaks off
   */
  public static RequestBody read(InputStream body, long length, BodyLimits limits)
      throws IOException {
    if (length > limits.maxBytes()) {
      throw new BodyRefusedException(413, "The body is larger than this API takes.");
    }
    InputStream limited = new LimitedBody(body, limits);
    byte[] start = limited.readNBytes(HELD);
    if (start.length < HELD || start.length == length) {
      return new RequestBody(start, null, start.length);
    }
    return new RequestBody(start, limited, length);
  }

  /** Whether all of it is held, so that it can be sent again. */
  boolean isHeld() {
    return rest == null;
  }

  /** What to send; null for none. */
  HttpEntity entity(Progress progress) {
    if (start == null) {
      return null;
    }
    if (isHeld()) {
      return new ByteArrayEntity(start, null);
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), rest);
    return new InputStreamEntity(progress.of(whole), length, null);
  }
}
