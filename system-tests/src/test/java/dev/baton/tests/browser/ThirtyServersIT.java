package dev.baton.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.Tls;
import dev.baton.tests.browser.Operations.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The operations page of 31 servers, of which one hangs, one is away and one is not ready. */
@Tag("browser")
class ThirtyServersIT {

  private static final String HANGING = "service-b-3";
  private static final String AWAY = "service-b-4";
  private static final String UNREADY = "service-c-2";
  private static final String WELL = "service-a-1";

  @TempDir static Path folder;

  private static StubServers stubs;
  private static Operations operations;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Tls tls = Tls.selfSigned(folder);
    stubs = new StubServers();
    operations = Operations.of(folder, tls, stubs.gateway(), servers());
    browser = new Browser(List.of(tls.certificate()));
    browser.size(1280, 900);
    browser.open(operations.page(), Operations.OPERATOR, Operations.PASSWORD);
  }

  @AfterAll
  static void close() {
    browser.close();
    operations.close();
    stubs.close();
  }

  @Test
  void nobodyIsLetInWithoutAPassword() {
    try (Browser stranger = new Browser(List.of(folder.resolve("lb.pem")))) {
      stranger.open(operations.page());

      assertThat(stranger.all("#chain")).isEmpty();
      assertThat(stranger.driver().getPageSource()).doesNotContain("service-");
    }
  }

  @Test
  void whoDoesNotAnswerIsNamedAndWhy() {
    browser.await(
        "the summary", () -> browser.text("#word").startsWith("29 of 32 are up.") ? browser : null);

    assertThat(browser.text("#word"))
        .isEqualTo(
            "29 of 32 are up. No answer: %s, %s. Not ready: %s.".formatted(HANGING, AWAY, UNREADY));
    assertThat(state(HANGING)).isEqualTo("no usable answer in time");
    assertThat(state(AWAY)).isEqualTo("no connection to it");
    assertThat(state(UNREADY)).isEqualTo("not ready: database");
    assertThat(state(WELL)).isEqualTo("up");
    assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void oneThatHangsDelaysNoOther() {
    browser.driver().navigate().refresh();
    browser.await(
        "all who are well",
        () -> browser.all("#servers tr[data-state=up]").size() == 29 ? browser : null);

    // Its three seconds are not over.
    assertThat(state(HANGING)).isEqualTo("asked");
  }

  @Test
  void figuresAreThoseOfRequestsAndNotOfHealthChecks() {
    browser.await("a second look", () -> !"–".equals(cell(WELL, "req/s")) ? browser : null);

    assertThat(cell(WELL, "Version")).isEqualTo("1.2.3");
    assertThat(cell(WELL, "Up for")).isEqualTo("1 d 2 h");
    assertThat(Double.valueOf(cell(WELL, "req/s"))).isBetween(0.5, 11.0);
    assertThat(cell(WELL, "p99")).isEqualTo("42 ms");
    assertThat(cell(WELL, "Errors")).isEqualTo("9 %");
    assertThat(cell(WELL, "Cache hits")).isEqualTo("75 %");
    assertThat(cell(WELL, "Pool")).isEqualTo("3 of 12");
    assertThat(cell(WELL, "Heap")).isEqualTo("100 of 256 MB");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "768, light", "360, light", "360, dark"})
  void nothingOverlapsOrSticksOut(int width, String scheme) {
    browser.size(width, 900);
    browser.prefer("prefers-color-scheme", scheme);
    browser.await("all asked", () -> browser.all("#servers tr[data-state=asked]").isEmpty());

    Picture picture = Picture.of(browser);
    browser.screenshot("thirty-servers-" + width + "-" + scheme);
    picture.assertFits();
    picture.assertReadable(scheme);
    browser.size(1280, 900);
  }

  @Test
  void theKeyboardReachesEveryServerInTheOrderOfTheChain() {
    browser.open(operations.page());
    browser.await("all asked", () -> browser.all("#servers tr[data-state=asked]").isEmpty());

    List<String> focused = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
      focused.add(
          browser.run("return document.activeElement.getAttribute('href') ?? ''").toString());
    }

    assertThat(focused.get(0)).isEqualTo("#servers");
    assertThat(focused)
        .containsSubsequence(
            "/balancer-manager", "#server-lb", "#server-gateway-1", "#server-" + HANGING);
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");

    browser.run("document.querySelector(\"[href='#server-" + UNREADY + "']\").focus()");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.run("return document.querySelector('tr:target').id"))
        .isEqualTo("server-" + UNREADY);
  }

  @Test
  void aServiceBehindTheThirdIsDrawnToo() {
    browser.await("all asked", () -> browser.all("#servers tr[data-state=asked]").isEmpty());

    assertThat(browser.text(".box[data-box=service-d] h3")).isEqualTo("D");
    assertThat(browser.all(".ways [data-way='service-c service-d']")).isNotEmpty();
    assertThat(state("service-d-1")).isEqualTo("up");
  }

  @Test
  void aRequestsTraceIsOneClickAway() {
    browser.find("#ask button").click();

    String trace = browser.text("#trace code").replace("./baton trace ", "");
    assertThat(trace).matches("[0-9a-f]{32}");
    assertThat(browser.find("#trace a").getAttribute("href"))
        .isEqualTo(Operations.TRACES.replace("{trace}", trace));
  }

  @Test
  void aPageThatNobodySeesAsksNothing() throws InterruptedException {
    browser.open(operations.page());
    browser.await("an answer", () -> browser.all("#servers tr[data-state=up]").size() == 29);
    browser.driver().switchTo().newWindow(org.openqa.selenium.WindowType.TAB);
    Thread.sleep(1_000);
    int before = stubs.asked(WELL);
    Thread.sleep(13_000);
    int hidden = stubs.asked(WELL) - before;
    browser.driver().close();
    browser.driver().switchTo().window(browser.driver().getWindowHandles().iterator().next());

    assertThat(hidden).isLessThanOrEqualTo(1);
  }

  private static String state(String server) {
    return cell(server, "State");
  }

  private static String cell(String server, String column) {
    return browser.text("#server-" + server + " td[data-title='" + column + "']");
  }

  private static List<Server> servers() {
    List<Server> all =
        new ArrayList<>(List.of(new Server("issuer-1", "issuer", stubs.well("issuer-1", 0))));
    IntStream.rangeClosed(1, 2)
        .mapToObj(i -> "gateway-" + i)
        .forEach(name -> all.add(new Server(name, "gateway", stubs.well(name, 500))));
    for (String kind : List.of("service-a", "service-b", "service-c")) {
      IntStream.rangeClosed(1, 9)
          .mapToObj(i -> kind + "-" + i)
          .forEach(name -> all.add(new Server(name, kind, admin(name))));
    }
    all.add(new Server("service-d-1", "service-d", stubs.well("service-d-1", 500)));
    return all;
  }

  private static String admin(String name) {
    return switch (name) {
      case HANGING -> stubs.hanging(name);
      case AWAY -> "http://localhost:1";
      case UNREADY -> stubs.unready(name);
      default -> stubs.well(name, 500);
    };
  }
}
