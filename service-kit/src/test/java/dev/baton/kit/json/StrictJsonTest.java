package dev.baton.kit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void readsEveryKindOfValue() throws Exception {
    Map<String, Object> object =
        StrictJson.object(
            " {\"s\":\"a\",\"n\":-12,\"d\":1.5,\"e\":2e3,\"t\":true,\"f\":false,\"z\":null,"
                + "\"l\":[1,[]],\"o\":{\"i\":{}}} ");

    assertThat(object)
        .containsEntry("s", "a")
        .containsEntry("n", -12L)
        .containsEntry("d", 1.5)
        .containsEntry("e", 2000.0)
        .containsEntry("t", true)
        .containsEntry("f", false)
        .containsEntry("z", null)
        .containsEntry("l", Arrays.asList(1L, List.of()))
        .containsEntry("o", Map.of("i", Map.of()));
  }

  @Test
  void readsEscapes() throws Exception {
    assertThat(StrictJson.object("{\"a\":\"x\\n\\u00e5\\/\\\"\\\\\\ud83d\\ude00\"}"))
        .containsEntry("a", "x\n\u00e5/\"\\\ud83d\ude00");
  }

  @Test
  void anEmptyObjectIsAnObject() throws Exception {
    assertThat(StrictJson.object("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "{",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1} x",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":[1,]}",
        "{\"a\":1/**/}",
        "\ufeff{}",
      })
  void whatIsNotOneObjectIsRefused(String text) {
    assertRefused(text);
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertRefused("{\"a\":1,\"a\":1}");
  }

  @Test
  void aNameGivenTwiceBelowIsRefused() {
    assertRefused("{\"a\":[{\"b\":1,\"b\":2}]}");
  }

  @Test
  void aNameGivenTwiceInDisguiseIsRefused() {
    assertRefused("{\"a\":1,\"\\u0061\":1}");
  }

  @Test
  void theSameNameInTwoObjectsIsRead() throws Exception {
    assertThat(StrictJson.object("{\"a\":{\"a\":1}}")).containsKey("a");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> StrictJson.object(overlong));
  }

  @Test
  void bytesThatAreUtf8AreRead() throws Exception {
    assertThat(StrictJson.object("{\"a\":\"\u20ac\"}".getBytes(UTF_8)))
        .containsEntry("a", "\u20ac");
  }

  @Test
  void sixteenLevelsAreReadAndOneMoreIsNot() throws Exception {
    assertThat(StrictJson.object(nested(15))).containsKey("a");
    assertRefused(nested(16));
  }

  @Test
  void aNumberTooLargeForWholeSecondsIsNoInteger() throws Exception {
    assertThat(StrictJson.object("{\"a\":9223372036854775808}").get("a"))
        .isInstanceOf(Double.class);
  }

  @Test
  void theMessageNeverQuotesTheText() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> StrictJson.object("{\"a\":secret}"))
        .withMessageNotContaining("secret");
  }

  private static String nested(int arrays) {
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> StrictJson.object(text));
  }
}
