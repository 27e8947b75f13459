package dev.baton.tests.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one service tells and the next describes once more is one schema: of equal ones, which the
 * scanner numbers, the first stays.
 */
final class EqualSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private EqualSchemas() {}

  /**
   * The document as YAML.
   *
   * @throws IllegalStateException when two schemas of one name differ
   */
  static String once(String json) {
    try {
      String whole = json;
      for (Optional<String> more = numbered(whole); more.isPresent(); more = numbered(whole)) {
        whole = without(more.get(), whole);
      }
      return YAML.writeValueAsString(JSON.readTree(whole));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> numbered(String json) throws JsonProcessingException {
    List<String> numbered =
        schemas(JSON.readTree(json)).properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> Character.isDigit(name.charAt(name.length() - 1)))
            .toList();
    if (numbered.isEmpty()) {
      return Optional.empty();
    }
    JsonNode all = schemas(JSON.readTree(json));
    return Optional.of(
        numbered.stream()
            .filter(name -> all.get(name).equals(all.get(first(name))))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("schemas that differ: " + numbered)));
  }

  private static String without(String name, String json) throws JsonProcessingException {
    JsonNode root = JSON.readTree(json);
    schemas(root).remove(name);
    return JSON.writeValueAsString(root)
        .replace("/schemas/" + name + "\"", "/schemas/" + first(name) + "\"");
  }

  private static String first(String name) {
    return name.replaceFirst("[0-9]+$", "");
  }

  private static ObjectNode schemas(JsonNode root) {
    return (ObjectNode) root.get("components").get("schemas");
  }
}
