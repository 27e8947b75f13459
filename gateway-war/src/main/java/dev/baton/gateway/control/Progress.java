package dev.baton.gateway.control;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** When something last moved in an exchange. */
final class Progress {

  private volatile long lastNanos = System.nanoTime();

  /** A stream each read of which is a move. */
  InputStream of(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        lastNanos = System.nanoTime();
        return super.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        lastNanos = System.nanoTime();
        return read;
      }
    };
  }

  /** How long ago that was. */
  long idleNanos() {
    return System.nanoTime() - lastNanos;
  }
}
