package dev.baton.tests.browser;

import dev.baton.tests.balancer.LocalRun;
import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** One server's Admin Center in a browser of its own. */
final class AdminCenterPage implements AutoCloseable {

  private static final LocalRun RUN = new LocalRun();

  private final Browser browser = new Browser(LocalPage.certificates());
  private final LocalRun.Part server;

  /** Logs in at a server, as admin or reader. */
  AdminCenterPage(String server, String account) {
    this.server =
        RUN.servers().stream().filter(one -> one.name().equals(server)).findFirst().orElseThrow();
    browser.size(1280, 900);
    browser.open(this.server.adminUrl().resolve("#explore"));
    browser.find("#j_username").sendKeys(account);
    browser.find("#j_password").sendKeys(RUN.operatorPassword(account));
    browser.find("#loginButton").click();
    enter();
  }

  Browser browser() {
    return browser;
  }

  /** Opens one of the tools: explore or serverConfig. */
  void openTool(String tool) {
    browser.driver().switchTo().defaultContent();
    // A page that is still being built puts its own name back into the address.
    browser.await("the tool " + tool, () -> opened(server.adminUrl().resolve("#" + tool)));
    enter();
  }

  private boolean opened(URI tool) {
    browser.open(tool);
    browser.driver().navigate().refresh();
    browser.find("iframe");
    return browser.driver().getCurrentUrl().equals(tool.toString());
  }

  /** Opens one of the pages at the left: Overview, Apps, Stats or Config. */
  void open(String tab) {
    visible("#" + server.name() + "SideTab" + tab + "Button").click();
  }

  /** The state of the application as its card tells it. */
  String applicationState() {
    return visible("[id$='newCard-stateIcon-stateLabel']").getText();
  }

  /** Stops, starts or restarts the application, and confirms it. */
  void act(String action) {
    visible("[id$='-stateButton'][class*=DownArrow]").click();
    visible("[id$='-actionMenu-" + action + "Button']").click();
    visible("[id$='-actionMenu-confirmationButton']").click();
  }

  void awaitState(String state) {
    browser.await("the state " + state, () -> applicationState().equals(state));
  }

  WebElement visible(String css) {
    return browser.await(
        css,
        () ->
            browser.driver().findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
  }

  void screenshot(String name) {
    browser.driver().switchTo().defaultContent();
    browser.screenshot(name);
    enter();
  }

  private void enter() {
    browser.driver().switchTo().frame(browser.find("iframe"));
  }

  @Override
  public void close() {
    browser.close();
  }
}
