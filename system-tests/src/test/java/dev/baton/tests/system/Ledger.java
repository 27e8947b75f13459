package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was acknowledged to a buyer, on the disk before the buyer goes on. */
final class Ledger implements AutoCloseable {

  /** An order that somebody was told is confirmed. */
  record Entry(long id, String owner, String key, String sku, int quantity) {

    private static Entry of(String line) {
      String[] parts = line.split(" ");
      return new Entry(
          Long.parseLong(parts[0]), parts[1], parts[2], parts[3], Integer.parseInt(parts[4]));
    }

    private String line() {
      return String.join(" ", "" + id, owner, key, sku, "" + quantity) + "\n";
    }
  }

  private final Path file;
  private final FileChannel channel;

  Ledger(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void acknowledged(Entry entry) {
    try {
      channel.write(ByteBuffer.wrap(entry.line().getBytes(US_ASCII)));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Entry> entries() {
    try {
      return Files.readAllLines(file).stream().map(Entry::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
