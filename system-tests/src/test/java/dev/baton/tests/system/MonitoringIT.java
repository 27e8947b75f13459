package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus with the rules of the role monitoring asks the running chain: what rules and
 * dashboard speak of is there.
 */
@Tag("system")
class MonitoringIT {
  private static final Path ROLE = Path.of("ansible/roles/monitoring/files");
  private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (.*)$");
  private static final Pattern IN_DASHBOARD =
      Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LABELS =
      Pattern.compile("\\b(?:by|on|without) \\([^)]*\\)|\\{[^}]*}");
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{3,}(?![a-zA-Z0-9_:]* ?\\()");

  /** What Prometheus itself and node-exporter tell; words of the language. */
  private static final Set<String> NOT_OURS =
      Set.of("ALERTS", "offset", "node_filesystem_avail_bytes", "node_filesystem_size_bytes");

  private static LocalChain chain;
  private static OwnPrometheus prometheus;

  @BeforeAll
  static void start(@TempDir Path folder) {
    chain = new LocalChain();
    chain.web().get(chain.loadBalancer().resolve("/api/orders/1"), chain.tokenOf("carol"));
    prometheus = new OwnPrometheus(chain, folder);
  }

  @AfterAll
  static void stop() {
    prometheus.close();
  }

  @Test
  void everyServerIsAskedWithThePasswordOfWhoMayLookOnly() {
    long servers = chain.instances().stream().filter(MonitoringIT::hasApplication).count();

    assertThat(prometheus.await("count(up{job=\"baton\"} == 1) == " + servers)).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> whatARuleOrThePanelOfADashboardSpeaksOfIsThere() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String expression : expressions()) {
      String bare = LABELS.matcher(STRING.matcher(expression).replaceAll("")).replaceAll("");
      NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
    }
    names.removeAll(NOT_OURS);
    assertThat(names).hasSizeGreaterThan(12);
    return names.stream()
        .map(name -> dynamicTest(name, () -> assertThat(prometheus.await(name)).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyExpressionOfTheDashboardIsOne() throws IOException {
    return dashboard().stream()
        .map(one -> dynamicTest(one, () -> assertThat(prometheus.ask(one)).isNotNull()));
  }

  @Test
  void theMembersStateIsNotToldToUsers() {
    String token = chain.tokenOf("olga");

    assertThat(chain.web().get(chain.loadBalancer().resolve("/server-status"), token).status())
        .isEqualTo(404);
    assertThat(prometheus.await("baton_balancer_member == 1")).hasSize(2);
  }

  @Test
  void aQuietChainCallsNobody() {
    assertThat(prometheus.ask("ALERTS{alertstate=\"firing\"}")).isEmpty();
  }

  @Test
  void everyAlertHasASectionOfTheRunbook() throws IOException {
    String rules = read(ROLE.resolve("rules.yml"));
    String operations = read(Path.of("docs/operations.md"));
    List<String> alerts =
        Pattern.compile("alert: (\\w+)").matcher(rules).results().map(one -> one.group(1)).toList();

    assertThat(alerts).isNotEmpty();
    for (String alert : alerts) {
      assertThat(operations).contains("### " + alert + "\n");
      assertThat(rules).contains("runbook: docs/operations.md#" + alert.toLowerCase());
      assertThat(read(ROLE.resolve("rules_test.yml")))
          .contains("alertname: " + alert + ", exp_alerts: []", "alertname: " + alert + "\n");
    }
  }

  private static boolean hasApplication(JsonObject instance) {
    return !List.of("lb", "issuer").contains(instance.getString("kind"));
  }

  private static List<String> expressions() throws IOException {
    Stream<String> rules =
        EXPRESSION.matcher(read(ROLE.resolve("rules.yml"))).results().map(one -> one.group(1));
    return Stream.concat(rules, dashboard().stream()).toList();
  }

  private static List<String> dashboard() throws IOException {
    return IN_DASHBOARD
        .matcher(read(ROLE.resolve("dashboard.json")))
        .results()
        .map(one -> one.group(1).replace("\\\"", "\""))
        .toList();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(chain.home().resolve(file));
  }
}
