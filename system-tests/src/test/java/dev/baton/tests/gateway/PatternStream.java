package dev.baton.tests.gateway;

import java.io.InputStream;

/** So many bytes of the pattern that {@link DumbService} sends too. */
final class PatternStream extends InputStream {

  private static final int BLOCK = 64 * 1024;

  private final long length;
  private final byte[] block = new byte[BLOCK];
  private long position;

  PatternStream(long length) {
    this.length = length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) {
    if (position >= length) {
      return -1;
    }
    int within = (int) (position % BLOCK);
    if (within == 0) {
      DumbService.fill(block, position);
    }
    int count = (int) Math.min(Math.min(wanted, BLOCK - within), length - position);
    System.arraycopy(block, within, buffer, offset, count);
    position += count;
    return count;
  }
}
