package dev.baton.tests.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.requests.HostileRequest.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that may be wrong is seen, and nothing else. */
class FindingTest {

  private static final String REFUSED =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n\r\n{\"status\":400}";

  @Test
  void aRefusalIsHarmless() {
    assertThat(findings(REFUSED)).isEmpty();
    assertThat(findings("")).isEmpty();
  }

  @Test
  void anAnswerToWhatWasHiddenInABodyIsSeen() {
    assertThat(findings(REFUSED + REFUSED)).containsExactly("taken for two requests");
  }

  @Test
  void aServerAloneMayTakeABodyWithoutALengthForARequest() {
    Exchange two = new Exchange(REFUSED + REFUSED, true);
    assertThat(Finding.in(two, request(Verdict.THE_FRONT_ONLY), false)).isEmpty();
    assertThat(Finding.in(two, request(Verdict.THE_FRONT), false)).isNotEmpty();
    assertThat(Finding.in(two, request(Verdict.THE_FRONT_ONLY), true)).isNotEmpty();
  }

  @Test
  void aFailureIsSeen() {
    assertThat(findings(REFUSED.replace("400", "500"))).containsExactly("a failure of the server");
  }

  @Test
  void aServerAloneMayNotSpeakTheProtocol() {
    Exchange unspoken = new Exchange(REFUSED.replace("400", "505"), true);
    assertThat(Finding.in(unspoken, request(Verdict.EVERYBODY), false)).isEmpty();
    assertThat(Finding.in(unspoken, request(Verdict.EVERYBODY), true))
        .containsExactly("a failure of the server");
  }

  @Test
  void anAcceptedRequestIsSeen() {
    assertThat(findings("HTTP/1.1 200 OK\r\n\r\n{}")).containsExactly("accepted");
  }

  @Test
  void aWordOfTheInsideIsSeen() {
    assertThat(findings(REFUSED.replace("{", "{\"detail\":\"java.lang.Exception\",")))
        .containsExactly("tells of the inside");
  }

  @Test
  void whatCameAndGoesBackIsSeen() {
    assertThat(findings(REFUSED.replace("\r\n\r\n", "\r\nX-Injected: x\r\n\r\n")))
        .containsExactly("gives back what came");
  }

  @Test
  void anErrorOfAnotherFormIsSeenAtTheFront() {
    assertThat(findings(REFUSED.replace("problem+json", "json")))
        .containsExactly("no problem document");
  }

  @Test
  void silenceIsSeen() {
    Exchange silent = new Exchange("", false);
    assertThat(Finding.in(silent, request(Verdict.NOBODY), true))
        .containsExactly("no answer in time");
  }

  @Test
  void whatTheFrontRefusesAServerMayAccept() {
    Exchange accepted = new Exchange("HTTP/1.1 200 OK\r\n\r\n{}", true);
    assertThat(Finding.in(accepted, request(Verdict.THE_FRONT), true)).containsExactly("accepted");
    assertThat(Finding.in(accepted, request(Verdict.THE_FRONT), false)).isEmpty();
  }

  private static List<String> findings(String text) {
    Exchange exchange = new Exchange(text, true);
    return Finding.in(exchange, request(Verdict.EVERYBODY), true);
  }

  private static HostileRequest request(Verdict verdict) {
    return new HostileRequest("a name", verdict, "GET / HTTP/1.1\r\n\r\n");
  }
}
