package dev.baton.tests.system;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.HopStep;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * With warm caches an order costs one call of each service and nothing else: counted, not timed.
 */
@Tag("system")
class WarmChainIT {
  private static final int REQUESTS = 50;
  private static final int WARM_UP = 20;
  private static final String PRICE = "/prices/SKU-0000/quotes/preview";
  private static final Pattern POOL_USES =
      Pattern.compile(
          "(?m)^connectionpool_usedConnections_total\\{datasource=\"jdbc_baton\".*} ([0-9.]+)$");

  private static final Pattern KEY_FETCHES =
      Pattern.compile("(?m)^baton_jwks_fetches_total(?:\\{.*})? ([0-9.]+)$");
  private static final Pattern TIERS = Pattern.compile("gateway|service-[abc]");
  private static final Duration KEY_INTERVAL = Duration.ofSeconds(30);
  private static final int SERVERS_WITH_KEYS = 5;

  private final LocalChain chain = new LocalChain();
  private final String token = chain.tokenOf("carol");

  @BeforeEach
  void warmUp() {
    ask(WARM_UP);
  }

  @Test
  void anOrderIsOneCallOfBAndOneOfC() throws IOException {
    int callsOfB = calls("service-b", "/stock/SKU-0000");
    int callsOfC = calls("service-c", PRICE);

    ask(REQUESTS);

    assertThat(calls("service-b", "/stock/SKU-0000") - callsOfB).isEqualTo(REQUESTS);
    assertThat(calls("service-c", PRICE) - callsOfC).isEqualTo(REQUESTS);
  }

  @Test
  void noDatabaseIsAsked() throws IOException {
    double before = poolUses();

    assertThat(ask(REQUESTS)).isNotEmpty().noneMatch(hop -> hop.step().equals("db"));

    // What the hops do not tell would be REQUESTS here; the background rounds ask now and then.
    assertThat(poolUses() - before).isLessThan(REQUESTS / 2.0);
  }

  @Test
  void theCounterOfDatabaseUsesCounts() throws IOException {
    double before = poolUses();
    URI list = chain.any(Hop.Kind.ORDERS).base().resolve("/customers/alice/orders");

    for (int i = 0; i < REQUESTS; i++) {
      chain.web().get(list, token);
    }

    assertThat(poolUses() - before).isGreaterThanOrEqualTo(REQUESTS);
  }

  /** The keys are fetched by a clock, whatever is asked: at most once in these seconds. */
  @Test
  void noKeyIsFetchedForARequest() {
    double before = sumOfAll(KEY_FETCHES);
    long start = System.nanoTime();

    ask(REQUESTS);

    long ticks = Duration.ofNanos(System.nanoTime() - start).dividedBy(KEY_INTERVAL) + 1;
    assertThat(before).isGreaterThanOrEqualTo(SERVERS_WITH_KEYS);
    assertThat(sumOfAll(KEY_FETCHES) - before).isLessThanOrEqualTo(ticks * SERVERS_WITH_KEYS);
  }

  @Test
  void noConnectionIsOpenedBetweenTheServices() throws IOException {
    Set<String> before = connections();

    ask(REQUESTS);

    assertThat(before).isNotEmpty();
    assertThat(before).containsAll(connections());
  }

  /** The hops of all answers. */
  private List<HopStep> ask(int times) {
    URI order = chain.loadBalancer().resolve("/api/orders/1");
    List<HopStep> hops = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Answer answer = chain.web().get(order, token);
      assertThat(answer.status()).isEqualTo(200);
      hops.addAll(answer.hops());
    }
    return hops;
  }

  /** The audit log has a line for each request that reached the service with a good token. */
  private int calls(String kind, String path) {
    return (int)
        chain.hops().stream()
            .filter(hop -> hop.kind().tier().equals(kind))
            .flatMap(hop -> chain.auditOf(hop).stream())
            .filter(line -> line.getString("path").equals(path))
            .count();
  }

  private double poolUses() {
    return sumOfAll(POOL_USES);
  }

  /** A figure of all servers that have it. */
  private double sumOfAll(Pattern figure) {
    return chain.instances().stream()
        .filter(one -> TIERS.matcher(one.getString("kind")).matches())
        .map(one -> URI.create(one.getString("adminUrl")).resolve("/metrics"))
        .map(metrics -> chain.asOperator(metrics).body())
        .flatMap(body -> figure.matcher(body).results())
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  /** The client ends of all connections to the services' ports, by their socket's inode. */
  private Set<String> connections() throws IOException {
    Set<String> ports = new HashSet<>();
    chain.hops().stream()
        .filter(hop -> hop.kind() != Hop.Kind.GATEWAY)
        .forEach(hop -> ports.add(String.format("%04X", hop.base().getPort())));
    try (Stream<String> sockets =
        Stream.concat(
            Files.lines(Path.of("/proc/net/tcp")), Files.lines(Path.of("/proc/net/tcp6")))) {
      return sockets
          .map(line -> line.strip().split("\\s+"))
          .filter(socket -> socket[2].contains(":") && "01".equals(socket[3]))
          .filter(socket -> ports.contains(socket[2].substring(socket[2].indexOf(':') + 1)))
          .map(socket -> socket[1] + " " + socket[9])
          .collect(toSet());
    }
  }
}
