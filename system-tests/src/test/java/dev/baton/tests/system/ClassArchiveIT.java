package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The servers' classes are in a file of this machine since the first {@code ./baton up}, and a
 * server that starts reads them from there. With {@code JDK_JAVA_OPTIONS=-Xshare:off ./baton up} it
 * reads none.
 */
@Tag("system")
class ClassArchiveIT {
  private static final String SERVER = "gateway-2";
  private static final long MOST_OF_LIBERTY = 50L << 20;
  private static final long READ_AT_LEAST_KB = 20L << 10;
  private static final Pattern RESIDENT = Pattern.compile("^Rss: +([0-9]+) kB$");

  private final LocalChain chain = new LocalChain();

  @Test
  void aServerThatStartsReadsItsClassesFromTheArchive() throws IOException {
    Path archive = archive();
    assertThat(archive)
        .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(MOST_OF_LIBERTY));

    chain.kill(SERVER);
    chain.baton("up");

    assertThat(residentKb(chain.process(SERVER).pid(), archive)).isGreaterThan(READ_AT_LEAST_KB);
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(chain.home().resolve(".baton"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("classes-[0-9]+\\.jsa"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Of all mappings of the file together (proc_pid_smaps(5)). */
  private static long residentKb(long pid, Path file) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps"));
    boolean within = false;
    long sum = 0;
    for (String line : lines) {
      Matcher resident = RESIDENT.matcher(line);
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
        within = line.endsWith(file.toString());
      } else if (within && resident.matches()) {
        sum += Long.parseLong(resident.group(1));
      }
    }
    return sum;
  }
}
