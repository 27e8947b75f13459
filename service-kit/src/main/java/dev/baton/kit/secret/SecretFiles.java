package dev.baton.kit.secret;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The secrets of this application, whose names end in {@code .secret}, from the folders that the
 * server takes its own variables from: one file for each, or properties files.
 *
 * <p>They do not come through server.xml, because the server's management REST shows what stands
 * there to everybody who may look.
 */
public final class SecretFiles implements ConfigSource {

  // a secret is nowhere else; above the defaults inside the WAR (100)
  private static final int ORDINAL = 200;
  private static final String FOLDERS = "VARIABLE_SOURCE_DIRS";
  private static final String SECRET = ".secret";
  private static final String PROPERTIES = ".properties";

  private final Map<String, String> secrets;

  /** Made by MicroProfile Config. */
  public SecretFiles() {
    this(folders(System.getenv(FOLDERS)));
  }

  SecretFiles(List<Path> folders) {
    secrets =
        folders.stream()
            .filter(Files::isDirectory)
            .flatMap(SecretFiles::files)
            .flatMap(SecretFiles::entries)
            .filter(entry -> entry.getKey().endsWith(SECRET))
            .collect(
                toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  @Override
  public Set<String> getPropertyNames() {
    return secrets.keySet();
  }

  @Override
  public String getValue(String property) {
    return secrets.get(property);
  }

  @Override
  public String getName() {
    return "baton secret files";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  private static List<Path> folders(String all) {
    return all == null
        ? List.of()
        : Arrays.stream(all.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Map.Entry<String, String>> entries(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.endsWith(PROPERTIES)
          ? properties(file)
          : Stream.of(Map.entry(name, Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Map.Entry<String, String>> properties(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    return all.stringPropertyNames().stream().map(name -> Map.entry(name, all.getProperty(name)));
  }
}
