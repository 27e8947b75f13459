package dev.baton.kit.token;

import static dev.baton.kit.token.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JwksKeysTest {

  private static final String ERROR = "error";

  private final AtomicInteger fetches = new AtomicInteger();
  private final List<String> told = new ArrayList<>();
  private volatile String answer = Keys.published(Keys.ISSUERS);
  private JwksKeys keys = keys(Duration.ofHours(1), Duration.ofHours(1));

  @AfterEach
  void stop() {
    keys.stop();
  }

  @Test
  void beforeAnythingIsFetchedEveryKeyIsUnknown() {
    assertUnknown(Keys.ISSUERS);
    assertThat(keys.isReady()).isFalse();
  }

  @Test
  void afterTheStartAPublishedKeyIsKnown() {
    keys.start();

    assertKnown(Keys.ISSUERS);
    assertThat(keys.isReady()).isTrue();
  }

  @Test
  void aNewKeyIsKnownAfterTheNextFetch() {
    keys.refresh();
    answer = Keys.published(Keys.ISSUERS, Keys.FOREIGN);
    keys.refresh();

    assertKnown(Keys.ISSUERS);
    assertKnown(Keys.FOREIGN);
  }

  @Test
  void aWithdrawnKeyIsForgottenWithTheNextFetch() {
    keys.refresh();
    assertKnown(Keys.ISSUERS);
    answer = Keys.published(Keys.FOREIGN);
    keys.refresh();

    assertUnknown(Keys.ISSUERS);
  }

  @Test
  void noRequestEverFetches() {
    keys.start();
    for (int i = 0; i < 1_000; i++) {
      assertUnknown(Keys.FOREIGN);
    }

    assertThat(fetches).hasValue(1);
  }

  @Test
  void anOutageLeavesTheLastGoodKeys() {
    keys.refresh();
    for (String outage : new String[] {null, "<html>", "{\"keys\":[{\"kty\"", "{}"}) {
      answer = outage;
      keys.refresh();
    }

    assertKnown(Keys.ISSUERS);
    assertUnknown(Keys.FOREIGN);
  }

  @Test
  void anOutageBeyondTheLongestLeavesNone() {
    keys = keys(Duration.ofHours(1), Duration.ZERO);
    keys.refresh();
    answer = null;
    keys.refresh();

    assertUnknown(Keys.ISSUERS);
  }

  @Test
  void anEmptySetWithdrawsEveryKey() {
    keys.refresh();
    answer = "{\"keys\":[]}";
    keys.refresh();

    assertUnknown(Keys.ISSUERS);
  }

  @Test
  void theContainerIsToldOnlyWhatChanged() {
    keys.refresh();
    keys.refresh();
    assertThat(told).hasSize(1);

    answer = Keys.published(Keys.FOREIGN);
    keys.refresh();
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).contains("\"kid\":\"k2\"").doesNotContain("\"kid\":\"k1\"");
  }

  @Test
  void anUnusableKeyBesideTheGoodOnesIsNotTold() {
    answer = Keys.published(Keys.ISSUERS, Keys.SHORT);
    keys.refresh();

    assertThat(told.get(0)).doesNotContain("short");
  }

  @Test
  void aKeyServerThatComesLaterIsFoundAlone() throws Exception {
    answer = null;
    keys.start();
    assertUnknown(Keys.ISSUERS);

    answer = Keys.published(Keys.ISSUERS);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!keys.isReady() && System.nanoTime() < end) {
      Thread.sleep(20);
    }

    assertKnown(Keys.ISSUERS);
  }

  @Test
  void theThreadFetchesAgainAndAgain() throws Exception {
    keys = keys(Duration.ofMillis(20), Duration.ofHours(1));
    keys.start();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (fetches.get() < 4 && System.nanoTime() < end) {
      Thread.sleep(5);
    }

    assertThat(fetches).hasValueGreaterThanOrEqualTo(4);
  }

  @Test
  void anErrorDoesNotEndTheFetching() throws Exception {
    keys = keys(Duration.ofMillis(20), Duration.ofHours(1));
    keys.start();
    answer = ERROR;
    int before = fetches.get();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (fetches.get() < before + 4 && System.nanoTime() < end) {
      Thread.sleep(5);
    }

    assertThat(fetches).hasValueGreaterThanOrEqualTo(before + 4);
  }

  private JwksKeys keys(Duration interval, Duration longestOutage) {
    return new JwksKeys(this::fetch, Keys.RS256, interval, longestOutage, told::add);
  }

  private String fetch() throws IOException {
    fetches.incrementAndGet();
    if (answer == null) {
      throw new IOException("down");
    }
    if (answer.equals(ERROR)) {
      throw new LinkageError("broken");
    }
    return answer;
  }

  private void assertKnown(JWK key) {
    assertThatCode(() -> keys.keyOf(token(key))).doesNotThrowAnyException();
  }

  private void assertUnknown(JWK key) {
    assertRefused(Refusal.UNKNOWN_KEY, () -> keys.keyOf(token(key)));
  }

  private static CompactJws token(JWK key) {
    return new TestToken().header("kid", key.getKeyID()).signedBy(key).parsed();
  }
}
