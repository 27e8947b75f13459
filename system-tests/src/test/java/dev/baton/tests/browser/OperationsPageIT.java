package dev.baton.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.LocalRun;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operations page of the chain that runs on this machine: its servers, and a request on its way
 * through them.
 */
@Tag("browser")
class OperationsPageIT {

  private static final String ORDER = "/api/orders/1";
  private static final long PAGE_BYTES = 150_000;

  private static LocalPage page;
  private static Browser browser;

  @BeforeAll
  static void open() {
    page = new LocalPage();
    browser = page.browser();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void everyServerIsThereAndUp() {
    LocalRun run = new LocalRun();
    browser.await("all up", () -> browser.text("#word").startsWith("All "));

    assertThat(browser.text("#word"))
        .isEqualTo("All %d are up.".formatted(run.servers().size() + 1));
    for (LocalRun.Part server : run.servers()) {
      assertThat(
              browser.all(
                  ".box[data-box='" + server.kind() + "'] [href='#server-" + server.name() + "']"))
          .hasSize(1);
      assertThat(browser.find("#server-" + server.name() + " .links a").getAttribute("href"))
          .isEqualTo(server.adminUrl().toString());
      assertThat(browser.text("#server-" + server.name() + " [data-title=Heap]")).endsWith(" MB");
    }
    assertThat(browser.text("#server-service-a-1 [data-title=Version]"))
        .isEqualTo("0.1.0-SNAPSHOT");
  }

  @Test
  void thePageIsSmallAndNothingComesFromElsewhere() {
    browser.complaints();
    browser.open(LocalPage.address());
    browser.await("all up", () -> browser.text("#word").startsWith("All "));

    List<?> sizes =
        (List<?>)
            browser.run(
                "return performance.getEntries().filter(one => one.decodedBodySize && !one.name.includes('/ops/servers/') && !one.name.includes('/ops/balancer'))"
                    + ".map(one => one.decodedBodySize)");
    assertThat(sizes).hasSizeGreaterThan(8);
    assertThat(sizes.stream().mapToLong(size -> (Long) size).sum()).isLessThan(PAGE_BYTES);
    assertThat(
            (List<?>)
                browser.run(
                    "return performance.getEntriesByType('resource').map(one => new URL(one.name).origin).filter(one => one !== location.origin)"))
        .isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void noServersSessionReachesTheBrowser() {
    browser.await("all up", () -> browser.text("#word").startsWith("All "));

    assertThat(browser.driver().manage().getCookies())
        .noneMatch(cookie -> cookie.getName().startsWith("Ltpa"));
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void anybodyCanReadIt(int width, String scheme) {
    browser.size(width, 900);
    browser.prefer("prefers-color-scheme", scheme);
    browser.await("all up", () -> browser.text("#word").startsWith("All "));

    Picture picture = Picture.of(browser);
    browser.screenshot("operations-" + width + "-" + scheme);
    picture.assertFits();
    picture.assertReadable(scheme);
    assertThat(browser.violations()).isEmpty();
    browser.size(1280, 900);
    browser.prefer("prefers-color-scheme", "light");
  }

  @Test
  void aRequestIsSeenOnAllOfItsSeventeenHops() {
    page.send("carol", ORDER, "whole");
    String outcome = page.send("carol", ORDER, "whole");
    browser.screenshot("request-whole");

    assertThat(outcome).isEqualTo("GET " + ORDER + ": 200.");
    assertThat(
            browser.all("#steps li b").stream()
                .map(one -> one.getText())
                .filter(hop -> !hop.isEmpty()))
        .containsSubsequence(
            "1", "2", "3", "4", "5", "7", "8", "9", "10", "12", "13", "14", "15", "17");
    assertThat(
            browser.all("#steps li i").stream()
                .map(one -> one.getText())
                .filter(note -> note.endsWith(" the same token")))
        .hasSize(4);
    assertThat(browser.all("#steps li i").stream().map(one -> one.getText()))
        .contains("hit: database C is not asked");
    assertThat(browser.all(".ways path.taken").stream().map(one -> one.getAttribute("data-way")))
        .contains("user lb", "service-b service-c", "cache-c service-c", "lb user")
        .doesNotContain("service-c database-c");
    assertThat(browser.text("#bearer")).contains(" of carol (clerk) for baton-api");
    assertThat(browser.all(".box[data-mark=passed]")).hasSizeGreaterThanOrEqualTo(8);
    assertThat(browser.text("#trace code")).matches("./baton trace [0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expired  | GET /api/orders/1: 401. The gateway refuses it: expired: the token has expired
          tampered | GET /api/orders/1: 401. The gateway refuses it: signature: the token's signature is wrong
          audience | GET /api/orders/1: 401. The gateway refuses it: audience: the token is for another audience
          none     | GET /api/orders/1: 401. The gateway refuses it: missing: no bearer token in the Authorization header""")
  void aBrokenTokenIsRefusedAtTheGatewayAndThePictureSaysSo(String mode, String outcome) {
    assertThat(page.send("carol", ORDER, mode)).isEqualTo(outcome);

    browser.screenshot("request-" + mode);
    assertThat(
            browser.all(".box[data-mark=refused]").stream()
                .map(one -> one.getAttribute("data-box")))
        .containsExactly("gateway");
    assertThat(browser.text("#steps .refused")).contains("The gateway refuses it");
  }

  @Test
  void whatNoRoleAllowsIsRefusedByTheServiceThatDecides() {
    assertThat(page.send("carol", ORDER, "role"))
        .startsWith("PUT /api/prices/SKU-0000: 403. C refuses it");

    assertThat(
            browser.all(".box[data-mark=refused]").stream()
                .map(one -> one.getAttribute("data-box")))
        .containsExactly("service-c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/stock/SKU-0000", "/api/prices/SKU-0000"})
  void aRequestThatLeavesOutServicesIsDrawnThatWay(String path) {
    assertThat(page.send("carol", path, "whole")).isEqualTo("GET " + path + ": 200.");

    assertThat(browser.all(".box[data-box=service-a][data-mark]")).isEmpty();
    assertThat(browser.all(".box[data-box=service-c][data-mark=passed]")).hasSize(1);
  }
}
