package dev.baton.tests.balancer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chain on this machine, in the hands of {@code ./baton}. */
public final class LocalRun {

  public static final Path HOME =
      Path.of(System.getProperty("baton.home", "..")).toAbsolutePath().normalize();

  /** A process of the chain. */
  public record Part(String name, String kind, URI url, URI adminUrl, long pid) {

    private static Part of(JsonObject json) {
      return new Part(
          json.getString("name"),
          json.getString("kind"),
          URI.create(json.getString("url")),
          URI.create(json.getString("adminUrl")),
          json.isNull("pid") ? -1 : json.getInt("pid"));
    }

    /** {@code kill -9}: the process gets no chance to finish anything. */
    public void kill() {
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
  }

  /** Starts what is missing; with all parts there, it changes nothing. */
  public void up() {
    baton("up");
  }

  /** A token of one of the demonstration's users. */
  public String token(String user) {
    return baton("token", user).strip();
  }

  /** The httpd that users and operators come to. */
  public Part loadBalancer() {
    return parts("lb").get(0);
  }

  /** Every gateway. */
  public List<Part> gateways() {
    return parts("gateway");
  }

  /** A file of what {@code ./baton} keeps. */
  public Path state(String path) {
    return HOME.resolve(".baton").resolve(path);
  }

  /** Every Liberty server: gateways, services, issuer. */
  public List<Part> servers() {
    return parts().filter(part -> !part.kind().equals("lb")).toList();
  }

  /** The password of an operator's account, admin or reader. */
  public String operatorPassword(String account) {
    return secret("common/baton." + account + ".password");
  }

  /** The password of one of the demonstration's users. */
  public String userPassword(String user) {
    return secret("issuer/baton.user." + user + ".password");
  }

  private String secret(String name) {
    try {
      return Files.readString(state("secrets/" + name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Part> parts(String kind) {
    return parts().filter(part -> part.kind().equals(kind)).toList();
  }

  private static Stream<Part> parts() {
    return Json.createReader(new StringReader(baton("status", "--json"))).readArray().stream()
        .map(JsonValue::asJsonObject)
        .map(Part::of);
  }

  private static String baton(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "./baton";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Commands.run(HOME, command);
  }
}
