package dev.baton.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.architecture.Wars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
  private static final Path KEPT = Path.of("../docs/openapi.yaml");
  private static final Path MADE = Path.of("target/openapi.yaml");

  @Test
  void theDescriptionInDocsIsThatOfTheCode() throws IOException {
    String made =
        ApiDescription.of(
            Wars.services().stream().map(war -> war.resolve("target/classes")).toList());
    Files.writeString(MADE, made);

    assertThat(Files.readString(KEPT))
        .as(
            "The public API has changed. If that is meant: cp system-tests/target/openapi.yaml"
                + " docs/openapi.yaml, and tell it in CHANGELOG.md")
        .isEqualTo(made);
  }
}
