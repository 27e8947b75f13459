package dev.baton.tests.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  /** What a Jakarta REST client got, read to its end. */
  public static Answer of(Response response) {
    Map<String, List<String>> headers = new HashMap<>();
    response.getStringHeaders().forEach(headers::put);
    // Not readEntity: MicroShed's JSON provider would take every body for JSON.
    try (InputStream body = (InputStream) response.getEntity()) {
      return new Answer(
          response.getStatus(),
          HttpHeaders.of(headers, (name, value) -> true),
          body == null ? "" : new String(body.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a header, or empty. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public JsonObject json() {
    return Json.createReader(new StringReader(body)).readObject();
  }

  public List<HopStep> hops() {
    return headers.allValues("Server-Timing").stream().flatMap(HopStep::parse).toList();
  }
}
