package dev.baton.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.LocalRun;
import dev.baton.tests.chain.Web;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Admin Center of a server, as the administrator uses it. */
@Tag("browser")
class AdminCenterPageIT {

  private static final String SERVER = "service-c-1";
  private static final Duration SCHEMA = Duration.ofMinutes(2);

  private static AdminCenterPage page;

  @BeforeAll
  static void open() {
    page = new AdminCenterPage(SERVER, "admin");
  }

  @BeforeEach
  void explore() {
    page.openTool("explore");
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void theApplicationIsStoppedAndStarted() {
    page.open("Apps");
    page.awaitState("Running");
    page.act("stop");
    page.awaitState("Stopped");
    page.screenshot("admin-center-stopped");

    page.act("start");
    page.awaitState("Running");
    page.browser().await("an answer as before", AdminCenterPageIT::pricesAreAnswered);
  }

  private static boolean pricesAreAnswered() {
    LocalRun run = new LocalRun();
    URI price = run.loadBalancer().url().resolve("/api/prices/SKU-0000");
    Web web = Web.trusting(run.state("tls/ca.pem"));
    return web.get(price, run.token("carol")).status() == 200;
  }

  @Test
  void theConfigurationIsOpenedAndCanNotBeChanged() {
    page.openTool("serverConfig");
    // The first time the server describes all that could be configured.
    page.browser()
        .await(
            "the files", SCHEMA, () -> page.browser().text("#fileExplorer").contains("server.xml"));
    page.browser().driver().findElement(By.linkText("server.xml")).click();
    page.browser().await("the source", this::showsTheSource);

    assertThat(page.browser().text("#navbarEditorReadOnlyMessage")).isEqualTo("Read only");
    page.screenshot("admin-center-configuration");
  }

  /** A click before the editor is ready goes nowhere. */
  private boolean showsTheSource() {
    page.visible("#editorNavigationSourceLink").click();
    return page.browser().text("#editor").contains("<server description=\"Service C: prices\">");
  }

  @Test
  void theGraphsShowTheServersHeapAndProcessor() {
    page.open("Stats");

    assertThat(page.visible("[id*=Heap] svg, [id*=heap] svg").isDisplayed()).isTrue();
    page.browser()
        .await(
            "a graph with its figures",
            () -> page.browser().text("body").contains("Used Heap Memory"));
    assertThat(page.browser().text("body")).containsPattern("CPU Usage: [0-9.]+%");
    page.screenshot("admin-center-graphs");
  }

  @Test
  void theOverviewCountsTheApplications() {
    page.open("Overview");

    assertThat(page.visible("[id$='ServerApp-CountNumber']").getText()).isEqualTo("1");
    assertThat(page.browser().all("[id$=ResourceName]").stream().map(WebElement::getText))
        .contains(SERVER);
  }
}
