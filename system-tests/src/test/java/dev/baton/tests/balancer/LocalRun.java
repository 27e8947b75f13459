package dev.baton.tests.balancer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The chain on this machine, in the hands of {@code ./baton}. */
final class LocalRun {

  static final Path HOME =
      Path.of(System.getProperty("baton.home", "..")).toAbsolutePath().normalize();

  /** A process of the chain. */
  record Part(String name, String kind, URI url, long pid) {

    private static Part of(JsonObject json) {
      return new Part(
          json.getString("name"),
          json.getString("kind"),
          URI.create(json.getString("url")),
          json.isNull("pid") ? -1 : json.getInt("pid"));
    }

    /** {@code kill -9}: the process gets no chance to finish anything. */
    void kill() {
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
  }

  /** Starts what is missing; with all parts there, it changes nothing. */
  void up() {
    baton("up");
  }

  String token(String user) {
    return baton("token", user).strip();
  }

  Part loadBalancer() {
    return parts("lb").get(0);
  }

  List<Part> gateways() {
    return parts("gateway");
  }

  Path state(String path) {
    return HOME.resolve(".baton").resolve(path);
  }

  private List<Part> parts(String kind) {
    return Json.createReader(new StringReader(baton("status", "--json"))).readArray().stream()
        .map(JsonValue::asJsonObject)
        .map(Part::of)
        .filter(part -> part.kind().equals(kind))
        .toList();
  }

  private static String baton(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "./baton";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Commands.run(HOME, command);
  }
}
