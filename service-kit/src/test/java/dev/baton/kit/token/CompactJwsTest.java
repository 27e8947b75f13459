package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

  private static final int LONGEST = 8192;
  private static final String GOOD = new TestToken().build();

  @Test
  void aGoodTokenIsReadOnce() throws Exception {
    CompactJws token = CompactJws.parse(GOOD, LONGEST);

    assertThat(token.header()).containsEntry("alg", "RS256");
    assertThat(token.claims()).containsEntry("sub", "alice");
    assertThat(token.signed() + "." + token.signature()).isEqualTo(GOOD).isEqualTo(token.raw());
  }

  @Test
  void itsTextFormTellsNothing() throws Exception {
    assertThat(CompactJws.parse(GOOD, LONGEST).toString()).doesNotContain("eyJ", "alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a", "a.b", "e30.e30", "e30.e30.", ".e30.AAAA"})
  void whatHasNotThreePartsIsRefused(String text) {
    assertMalformed(text);
  }

  @Test
  void aFourthPartIsRefused() {
    assertMalformed(GOOD + ".AAAA");
  }

  @Test
  void paddingIsRefused() {
    assertMalformed(GOOD + "==");
    assertMalformed(GOOD.replaceFirst("\\.", "=."));
  }

  @Test
  void junkInTheSignatureIsRefused() {
    assertMalformed(GOOD + "!");
    assertMalformed(GOOD + "\n");
    assertMalformed(GOOD + " ");
  }

  @Test
  void theOtherBase64AlphabetIsRefused() {
    assertMalformed(GOOD.substring(0, GOOD.length() - 4) + "+/AA");
  }

  @Test
  void theSameSignatureWrittenAnotherWayIsRefused() throws Exception {
    // one byte is written with two characters, of which the last has four bits to spare
    assertThat(CompactJws.parse("e30.e30.AQ", LONGEST)).isNotNull();
    assertMalformed("e30.e30.AR");
    assertThat(CompactJws.parse("e30.e30.AAE", LONGEST)).isNotNull();
    assertMalformed("e30.e30.AAF");
  }

  @Test
  void aLengthThatNoBytesHaveIsRefused() {
    assertMalformed("e30.e30.AAAAA");
  }

  @Test
  void lettersOutsideAsciiAreRefused() {
    assertMalformed("e30.e30.AAA\u0391");
    assertMalformed("e30.e30.\u0391AAA");
  }

  @Test
  void aHeaderThatIsNoObjectIsRefused() {
    assertMalformed(new TestToken().headerText(text -> "[" + text + "]").build());
  }

  @Test
  void aNameGivenTwiceInTheHeaderIsRefused() {
    assertMalformed(
        new TestToken().headerText(text -> text.replace("{", "{\"kid\":\"k1\",")).build());
  }

  @Test
  void aNameGivenTwiceInTheClaimsIsRefused() {
    assertMalformed(
        new TestToken().claimsText(text -> text.replace("{", "{\"sub\":\"olga\",")).build());
  }

  @Test
  void theJsonFormOfAJwsIsRefused() {
    assertMalformed("{\"payload\":\"e30\",\"signatures\":[]}");
  }

  @Test
  void oneCharacterTooLongIsRefused() throws Exception {
    assertThat(CompactJws.parse(GOOD, GOOD.length())).isNotNull();
    assertRefused(Refusal.TOO_LONG, () -> CompactJws.parse(GOOD, GOOD.length() - 1));
  }

  private static void assertMalformed(String text) {
    assertRefused(Refusal.MALFORMED, () -> CompactJws.parse(text, LONGEST));
  }
}
