package dev.baton.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void writesOneFlatObject() {
    assertThat(new JsonText().with("a", "b").with("n", 5)).hasToString("{\"a\":\"b\",\"n\":5}");
  }

  @Test
  void leavesOutWhatIsNull() {
    assertThat(new JsonText().with("a", null)).hasToString("{}");
  }

  @Test
  void noValueEndsTheLineEarly() {
    String line = new JsonText().with("a", "x\"}\r\n{\u2028\u0000\\\u0085").toString();

    assertThat(line).matches("[ -~]+").doesNotContain("x\"");
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    String value = "\"\\/\n\t\u20ac\ud83d\ude00";

    assertThat(StrictJson.object(new JsonText().with("a", value).toString()))
        .containsEntry("a", value);
  }
}
