package dev.baton.tests.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.baton.tests.balancer.LocalRun;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The distribution's Chromium without a screen, with a profile of its own. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path SCREENSHOTS = LocalRun.HOME.resolve("system-tests/target/screenshots");
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private final Path profile;
  private final ChromeDriver driver;

  /**
   * @param trusted certificates, PEM, whose bearers are believed: no authority is known to it
   */
  Browser(Collection<Path> trusted) {
    profile = profileFolder();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--user-data-dir=" + profile,
        "--ignore-certificate-errors-spki-list="
            + trusted.stream().map(Browser::pin).collect(Collectors.joining(",")));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
  }

  /** Opens a page behind a name and a password; they are remembered for its origin. */
  void open(URI page, String user, String password) {
    // A page whose address has a password in it may fetch nothing: hence twice.
    driver.get(page.toString().replace("://", "://" + user + ":" + password + "@"));
    driver.get(page.toString());
  }

  void open(URI page) {
    driver.get(page.toString());
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void prefer(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  ChromeDriver driver() {
    return driver;
  }

  WebElement find(String css) {
    return await(css, () -> driver.findElement(By.cssSelector(css)));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  String text(String css) {
    return find(css).getText();
  }

  /** Waits until a condition yields something other than null or false. */
  <T> T await(String what, Supplier<T> condition) {
    return await(what, PATIENCE, condition);
  }

  <T> T await(String what, Duration patience, Supplier<T> condition) {
    try {
      return new WebDriverWait(driver, patience)
          .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
          .withMessage(() -> what + " at " + driver.getCurrentUrl())
          .until(ignored -> condition.get());
    } catch (TimeoutException e) {
      screenshot("missing-" + what.replaceAll("\\W+", "-"));
      throw e;
    }
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The whole page, as long as it is, as an artefact of the test. */
  void screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Object size = run("return document.documentElement.scrollHeight + ' ' + innerWidth");
      String[] heightAndWidth = size.toString().split(" ");
      int height = Integer.parseInt(heightAndWidth[0]);
      int width = Integer.parseInt(heightAndWidth[1]);
      int shown = ((Number) run("return innerHeight")).intValue();
      size(width, Math.max(shown, height));
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      size(width, shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where axe-core finds the page hard to use for somebody (WCAG 2, A and AA). */
  List<String> violations() {
    return new AxeBuilder()
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze(driver)
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  /** What the browser complained about since it was last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> all = Files.walk(profile)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the public key, as {@code --ignore-certificate-errors-spki-list} wants it. */
  private static String pin(Path certificate) {
    try (InputStream pem = Files.newInputStream(certificate)) {
      byte[] key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(pem)
              .getPublicKey()
              .getEncoded();
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate in " + certificate, e);
    }
  }

  private static Path profileFolder() {
    try {
      return Files.createTempDirectory("baton-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
