package dev.baton.tests.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI 3.1 document, as a test asks it.
 *
 * @param text the file
 * @param root what it says
 */
public record ApiDocument(String text, JsonNode root) {
  private static final String COMPONENTS = "components";

  /**
   * An operation of the document.
   *
   * @param roles of which one is enough; empty where any token is
   */
  public record Documented(
      String id, String method, List<String> roles, JsonNode responses, JsonNode shared) {

    public Set<String> statuses() {
      return responses.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    public JsonNode response(int status) {
      JsonNode response = responses.get(String.valueOf(status));
      String name = response.path("$ref").asText().replaceFirst(".*/", "");
      return name.isEmpty() ? response : shared.get(name);
    }
  }

  public static ApiDocument read(Path file) {
    try {
      String text = Files.readString(file);
      return new ApiDocument(text, new ObjectMapper(new YAMLFactory()).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Documented> operations() {
    List<Documented> operations = new ArrayList<>();
    for (JsonNode path : root.get("paths")) {
      path.properties().stream()
          .filter(one -> one.getValue().has("operationId"))
          .forEach(one -> operations.add(operation(one.getKey(), one.getValue())));
    }
    return operations;
  }

  public Documented operation(String id) {
    return operations().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** The headers that a response must have. */
  public Stream<String> headers(JsonNode response) {
    return response.path("headers").properties().stream()
        .filter(header -> header.getValue().path("required").asBoolean())
        .map(Map.Entry::getKey);
  }

  /** What an answer's body has or lacks that the document does not say. */
  public Set<String> faults(JsonNode response, String contentType, String body) {
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? Set.of() : Set.of("a body where none is documented: " + body);
    }
    String type = contentType.replaceFirst(";.*", "");
    if (!content.has(type)) {
      return Set.of(type + " is not documented");
    }
    return validate(content.get(type).get("schema"), body);
  }

  private Set<String> validate(JsonNode schema, String body) {
    try {
      ObjectNode whole = root.get(COMPONENTS).deepCopy();
      ObjectNode asked = schema.deepCopy();
      asked.set(COMPONENTS, whole);
      closed(asked);
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(asked)
          .validate(new ObjectMapper().readTree(body))
          .stream()
          .map(ValidationMessage::getMessage)
          .collect(Collectors.toSet());
    } catch (JsonProcessingException e) {
      return Set.of("no JSON: " + body);
    }
  }

  /** What no schema names must not be there. */
  private static void closed(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    node.forEach(ApiDocument::closed);
  }

  private Documented operation(String method, JsonNode node) {
    List<String> roles =
        StreamSupport.stream(node.get("security").get(0).get("token").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return new Documented(
        node.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        roles,
        node.get("responses"),
        root.get(COMPONENTS).get("responses"));
  }
}
