package dev.baton.gateway.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A file for what has to be whole before anybody sees it, and is too large for the memory. */
final class Spool {

  private static final Logger LOG = Logger.getLogger(Spool.class.getName());
  private static final int BUFFER = 64 * 1024;

  private Spool() {}

  /**
   * Reads a stream to its end, and returns what it held; the file goes when that is closed.
   *
   * @param largest the largest size, in bytes
   * @throws IOException when the stream breaks off or is larger, or the disk takes no more
   */
  static Spooled of(InputStream in, long largest) throws IOException {
    Path file = Files.createTempFile("baton-answer", null);
    try {
      long length = copy(in, file, largest);
      return new Spooled(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), length);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static long copy(InputStream in, Path file, long largest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
        if (length > largest) {
          throw new IOException("An answer of unknown length is larger than " + largest);
        }
        out.write(buffer, 0, read);
      }
    }
    return length;
  }

  /** Ends what {@link #of} returned, and with it the file. */
  static void drop(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A file of an answer stays: {0}", e.toString());
    }
  }

  /** What was read, and how much it is, in bytes. */
  record Spooled(InputStream content, long length) {}
}
