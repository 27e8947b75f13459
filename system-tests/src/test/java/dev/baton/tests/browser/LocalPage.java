package dev.baton.tests.browser;

import dev.baton.tests.balancer.LocalRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The operations page of the chain that runs on this machine, in a browser of its own. */
final class LocalPage implements AutoCloseable {

  private static final LocalRun RUN = new LocalRun();

  private final Browser browser = new Browser(certificates());

  LocalPage() {
    browser.size(1280, 900);
    browser.open(address(), "admin", RUN.operatorPassword("admin"));
  }

  static URI address() {
    return RUN.loadBalancer().adminUrl().resolve("/ops/");
  }

  /** Every certificate of the chain. */
  static List<Path> certificates() {
    return Stream.concat(Stream.of("httpd"), RUN.servers().stream().map(LocalRun.Part::name))
        .map(name -> RUN.state("tls/" + name + ".pem"))
        .toList();
  }

  Browser browser() {
    return browser;
  }

  /**
   * Sends what the form says, as one of the users where the issuer asks.
   *
   * @param mode the value of the form's choice
   * @return the sentence about the outcome
   */
  String send(String user, String path, String mode) {
    WebElement field = browser.find("#ask input[name=path]");
    field.clear();
    field.sendKeys(path);
    browser.find("#ask input[value=" + mode + "]").click();
    browser.find("#ask button").click();
    browser.await("an outcome or the issuer's question", () -> isAsked() || isConcluded());
    if (isAsked()) {
      answerIssuer(user);
    }
    browser.await("an outcome", this::isConcluded);
    return browser.text("#outcome");
  }

  private void answerIssuer(String user) {
    browser.find("[name=j_username]").sendKeys(user);
    browser.find("[name=j_password]").sendKeys(RUN.userPassword(user));
    browser.find("form [type=submit]").click();
  }

  private boolean isAsked() {
    return !browser.all("[name=j_username]").isEmpty();
  }

  private boolean isConcluded() {
    return browser.all("#outcome[data-state=up], #outcome[data-state=silent]").stream()
        .anyMatch(outcome -> !outcome.findElements(By.xpath("self::*[text()]")).isEmpty());
  }

  @Override
  public void close() {
    browser.close();
  }
}
