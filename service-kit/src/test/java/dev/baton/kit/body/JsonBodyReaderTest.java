package dev.baton.kit.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.kit.problem.ProblemException;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {

  @RequestBody
  record Wanted(
      @NotNull(message = "is missing") String sku,
      @NotNull(message = "is missing") @Min(value = 1, message = "is at least 1") Long quantity) {}

  record Unmarked(String sku) {}

  @Test
  void aGoodBodyIsTheRecord() {
    assertThat(read("{\"quantity\": 3, \"sku\": \"SKU-1\"}")).isEqualTo(new Wanted("SKU-1", 3L));
  }

  @Test
  void onlyMarkedRecordsAreRead() {
    assertThat(isReadable(Wanted.class)).isTrue();
    assertThat(isReadable(Unmarked.class)).isFalse();
    assertThat(isReadable(String.class)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.5",
        "1e2",
        "9223372036854775808",
        "\"1\"",
        "true",
        "[1]",
        "null",
        "{}"
      })
  void aBadQuantityIsRefusedByItsName(String quantity) {
    assertRefused(
        400, "'quantity'", () -> read("{\"sku\": \"a\", \"quantity\": " + quantity + "}"));
  }

  @Test
  void aMissingFieldIsNamed() {
    assertRefused(400, "The field 'sku' is missing.", () -> read("{\"quantity\": 1}"));
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertRefused(
        400,
        "The field 'price' is unknown.",
        () -> read("{\"sku\": \"a\", \"quantity\": 1, \"price\": 0}"));
  }

  @Test
  void anUnknownFieldsNameIsShownOnlyWhereItIsOne() {
    assertRefused(400, "The field '...' is unknown.", () -> read("{\"<script>\": 1}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"a\"",
        "{",
        "{\"sku\": \"a\", \"quantity\": 1} {}",
        "{\"sku\": 'a'}",
        "{\"sku\": \"a\", \"sku\": \"b\", \"quantity\": 1}"
      })
  void whatIsNotOneStrictObjectIsRefused(String body) {
    assertRefused(400, "not one strict JSON object", () -> read(body));
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(5000) + "]".repeat(5000);

    assertRefused(400, "too deep", () -> read("{\"sku\": " + deep + "}"));
  }

  @Test
  void aLargeBodyIsNotReadToItsEnd() {
    byte[] large = ("{\"sku\": \"" + "x".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream body = new ByteArrayInputStream(large);

    assertRefused(413, "16384", () -> read(body));
    assertThat(body.available()).isGreaterThan(900_000);
  }

  /** A body of which nothing comes would else be waited for. */
  @Test
  void aBodyThatIsAnnouncedTooLargeIsNotRead() {
    ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
    assertRefused(413, "16384", () -> read(nothing, "99999999999"));
    assertRefused(400, "JSON", () -> read(nothing, "5"));
  }

  private static boolean isReadable(Class<?> type) {
    return new JsonBodyReader()
        .isReadable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }

  private static Record read(String body) {
    return read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Record read(ByteArrayInputStream body) {
    return read(body, null);
  }

  @SuppressWarnings("unchecked")
  private static Record read(ByteArrayInputStream body, String length) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle("Content-Length", length);
    try {
      Class<? extends Record> type = Wanted.class;
      return new JsonBodyReader().readFrom((Class<Record>) type, type, null, null, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(int status, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.getResponse().getStatus()).isEqualTo(status);
              assertThat(problem.detail()).contains(detail);
            });
  }
}
