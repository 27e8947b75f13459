package dev.baton.gateway.control;

import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends with an exception where it breaks the limits. */
final class LimitedBody extends InputStream {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final InputStream body;
  private final BodyLimits limits;
  private final long start = System.nanoTime();
  private long count;

  LimitedBody(InputStream body, BodyLimits limits) {
    this.body = body;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = readSome(buffer, offset, length);
    count += Math.max(read, 0);
    if (count > limits.maxBytes()) {
      throw new BodyRefusedException(413, "The body is larger than this API takes.");
    }
    if (read >= 0 && isTooSlow()) {
      throw new BodyRefusedException(408, "The body comes too slowly.");
    }
    return read;
  }

  private int readSome(byte[] buffer, int offset, int length) throws IOException {
    try {
      return body.read(buffer, offset, length);
    } catch (IOException e) {
      throw new BodyRefusedException(400, "The body broke off.");
    }
  }

  private boolean isTooSlow() {
    long elapsed = System.nanoTime() - start - limits.grace().toNanos();
    return elapsed > 0 && count < elapsed / NANOS_PER_SECOND * limits.bytesPerSecond();
  }
}
