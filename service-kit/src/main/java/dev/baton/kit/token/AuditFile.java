package dev.baton.kit.token;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A file of lines that never grows beyond its bounds: a full file becomes NAME.1, NAME.1 becomes
 * NAME.2, the oldest goes. Without bounds somebody else moves full files away, and within a second
 * the lines go to the new one: so the server needs no right but to append. Each line reaches the
 * operating system before the method returns. A disk that takes no more is told once and stops no
 * request.
 */
final class AuditFile implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AuditFile.class.getName());
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final long largest;
  private final int kept;

  private OutputStream out;
  private long size;
  private Object opened;
  private long lookedAt;
  private boolean failing;

  /**
   * @param file the current file
   * @param largest its largest size, in bytes; 0 for none
   * @param kept how many full files are kept
   */
  AuditFile(Path file, long largest, int kept) {
    this.file = file.toAbsolutePath();
    this.largest = largest;
    this.kept = kept;
  }

  synchronized void append(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (out == null || isToBeReplaced(bytes.length)) {
        reopen();
      }
      out.write(bytes);
      size += bytes.length;
      failing = false;
    } catch (IOException e) {
      tellOnce(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      tellOnce(e);
    }
    out = null;
  }

  private boolean isToBeReplaced(int more) throws IOException {
    return largest == 0 ? isMoved() : size + more > largest;
  }

  private boolean isMoved() throws IOException {
    long now = System.nanoTime();
    if (now - lookedAt < LOOK_NANOS) {
      return false;
    }
    lookedAt = now;
    return !Files.exists(file) || !Objects.equals(opened, key());
  }

  private Object key() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private void reopen() throws IOException {
    close();
    Files.createDirectories(file.getParent());
    if (largest > 0 && Files.exists(file) && Files.size(file) > largest / 2) {
      rotate();
    }
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
    opened = key();
    lookedAt = System.nanoTime();
  }

  private void rotate() throws IOException {
    for (int i = kept; i > 0; i--) {
      Path from = i == 1 ? file : numbered(i - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private void tellOnce(IOException failure) {
    if (!failing) {
      LOG.log(Level.SEVERE, "The audit log cannot be written: {0}", failure.toString());
    }
    failing = true;
  }
}
