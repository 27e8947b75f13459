package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Fingerprint;
import dev.baton.tests.chain.Trace;
import dev.baton.tests.system.Collector.Told;
import dev.baton.tests.tokens.Bearer;
import dev.baton.tests.tokens.Flaw;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a collector at {@code BATON_OTLP_ENDPOINT} is told, by a chain that was started with it. */
@Tag("tls")
class TracesIT {
  private static final int PORT = 4318;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int SPAN_ID = 16;
  private static final Set<String> TIERS = Set.of("gateway", "service-a", "service-b", "service-c");

  private final LocalChain chain = new LocalChain();
  private Collector collector;

  @BeforeEach
  void listen() {
    collector = new Collector(PORT);
  }

  @AfterEach
  void close() {
    collector.close();
  }

  @Test
  void oneTraceWithTheRequestsIdHoldsEveryHop() {
    String token = chain.tokenOf("carol");

    Answer answer = chain.web().get(order("/api/orders/7"), token);

    String id = answer.header("X-Request-Id");
    List<Told> spans = spansOf(id, all -> serversIn(all).equals(TIERS));
    assertThat(serversIn(spans)).isEqualTo(TIERS);
    assertThat(spans)
        .filteredOn(TracesIT::isServer)
        .extracting(told -> told.attributes().get("hop.token"))
        .hasSize(TIERS.size())
        .containsOnly(Fingerprint.of(token));
    assertThat(spans)
        .extracting(Told::name)
        .contains("service-a.cache", "service-b.cache", "service-c.cache");
    assertEachSpanHangsOnAnother(spans, id.substring(0, SPAN_ID));
  }

  @Test
  void aMissIsFollowedByTheDatabase() {
    String sku = new Shop(chain).article(3);
    Answer answer = chain.web().get(order("/api/prices/" + sku), chain.tokenOf("carol"));

    String id = answer.header("X-Request-Id");
    assertThat(spansOf(id, all -> all.size() >= 3))
        .extracting(Told::name)
        .contains("service-c.cache");

    Answer unknown = chain.web().get(order("/api/prices/NO-SUCH"), chain.tokenOf("carol"));
    List<Told> missed =
        spansOf(
            unknown.header("X-Request-Id"), all -> all.stream().anyMatch(isNamed("service-c.db")));
    assertThat(missed).filteredOn(isNamed("service-c.db")).isNotEmpty();
    assertThat(missed)
        .filteredOn(isNamed("service-c.cache"))
        .extracting(told -> told.attributes().get("hop.outcome"))
        .containsOnly("miss");
  }

  @Test
  void theUsersOwnTraceGoesOn() {
    Trace own = Trace.fresh();

    chain.web().get(order("/api/prices/SKU-0007"), chain.tokenOf("carol"), own.headers());

    List<Told> spans =
        spansOf(own.id(), all -> serversIn(all).equals(Set.of("gateway", "service-c")));
    assertEachSpanHangsOnAnother(spans, "00f067aa0ba902b7");
  }

  @Test
  void aRefusalTellsItsCauseAtTheHopThatRefused() {
    Bearer carol = new Bearer("carol", "clerk");
    Trace own = Trace.fresh();

    chain
        .web()
        .get(order("/api/orders/7"), chain.forge().broken(Flaw.EXPIRED, carol), own.headers());

    List<Told> spans = spansOf(own.id(), all -> !all.isEmpty());
    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).service()).isEqualTo("gateway");
    assertThat(spans.get(0).attributes()).containsEntry("hop.refused", "expired");
  }

  @Test
  void noAttributeHoldsAToken() {
    String token = chain.tokenOf("carol");
    Trace own = Trace.fresh();
    URI hiding = order("/api/customers/" + token + "/orders?access_token=" + token);

    Answer answer = chain.web().get(hiding, token, own.headers());
    assertThat(answer.status()).isEqualTo(200);

    List<Told> spans = spansOf(own.id(), all -> serversIn(all).contains("service-a"));
    String signature = token.substring(token.lastIndexOf('.') + 1);
    assertThat(spans)
        .allSatisfy(told -> assertThat(told.span().toString()).doesNotContain(signature, token));
    assertThat(spans).extracting(told -> told.attributes().keySet()).isNotEmpty();
  }

  private List<Told> spansOf(String trace, Predicate<List<Told>> complete) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!complete.test(collector.of(trace)) && Instant.now().isBefore(end)) {
      pause();
    }
    return collector.of(trace);
  }

  /** The parents may come after their children, from another server. */
  private void assertEachSpanHangsOnAnother(List<Told> spans, String root) {
    Map<String, Told> known =
        spans.stream().collect(Collectors.toMap(Told::id, told -> told, (a, b) -> a));
    assertThat(spans)
        .allSatisfy(
            told ->
                assertThat(known.containsKey(told.parent()) || told.parent().equals(root))
                    .as(told.service() + " " + told.name())
                    .isTrue());
    assertThat(spans).filteredOn(told -> told.parent().equals(root)).hasSize(1);
  }

  private static Set<String> serversIn(List<Told> spans) {
    return spans.stream().filter(TracesIT::isServer).map(Told::service).collect(Collectors.toSet());
  }

  private static boolean isServer(Told told) {
    return told.span().getKind() == SpanKind.SPAN_KIND_SERVER;
  }

  private static Predicate<Told> isNamed(String name) {
    return told -> told.name().equals(name);
  }

  private URI order(String path) {
    return chain.loadBalancer().resolve(path);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
