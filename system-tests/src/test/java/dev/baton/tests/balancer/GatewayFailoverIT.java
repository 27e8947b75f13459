package dev.baton.tests.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.balancer.LocalRun.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("system")
class GatewayFailoverIT {

  private static final int USERS = 12;
  private static final int ENOUGH = 200;
  private static final int MOST_KILLS = 5;
  private static final Duration WARM = Duration.ofSeconds(90);
  private static final Duration BACK_IN_ROTATION = Duration.ofSeconds(30);

  private final LocalRun run = new LocalRun();
  private SSLContext trust;

  @BeforeEach
  void start() {
    run.up();
    trust = Tls.of(run).context();
  }

  @AfterEach
  void repair() {
    run.up();
  }

  @ParameterizedTest
  @EnumSource
  void noUserNoticesAKilledGatewayAndItsReturn(Protocol protocol) throws IOException {
    Part victim = run.gateways().get(0);
    Supplier<User> user = userOf(protocol, run.loadBalancer().url());
    warmUp(user);
    try (Load load = Load.start(USERS, Duration.ZERO, user)) {
      load.awaitAnswers(ENOUGH);
      victim.kill();
      load.awaitAnswers(ENOUGH);
      load.close();
      assertThat(load.failures()).isEmpty();
    }
    // Fewer now: the gateway that starts needs the processors.
    try (Load load = Load.start(2, Duration.ofMillis(50), user)) {
      run.up();
      awaitRequestsAt(victim);
      load.close();
      assertThat(load.failures()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheReplayUsersDoNotice(Protocol protocol) {
    List<Part> gateways = run.gateways();
    try (Balancer balancer =
        Balancer.withoutReplay(Tls.of(run), gateways.get(0).url(), gateways.get(1).url())) {
      Supplier<User> user = userOf(protocol, balancer.users());
      assertThat(killsUntilSomebodyNotices(user)).isBetween(1, MOST_KILLS);
    }
  }

  private int killsUntilSomebodyNotices(Supplier<User> user) {
    for (int kills = 1; kills <= MOST_KILLS; kills++) {
      run.up();
      warmUp(user);
      try (Load load = Load.start(USERS, Duration.ZERO, user)) {
        load.awaitAnswers(ENOUGH);
        run.gateways().get(0).kill();
        load.awaitAnswers(ENOUGH);
        load.close();
        if (!load.failures().isEmpty()) {
          return kills;
        }
      }
    }
    return MOST_KILLS + 1;
  }

  private Supplier<User> userOf(Protocol protocol, URI balancer) {
    String token = run.token("carol");
    URI resource = balancer.resolve("/api/prices/SKU-0000");
    return () -> protocol.user(trust, resource, token);
  }

  /** A server that has just started answers slowly, which is not what is tested here. */
  private static void warmUp(Supplier<User> supplier) {
    Instant deadline = Instant.now().plus(WARM);
    int good = 0;
    try (User user = supplier.get()) {
      while (good < ENOUGH && Instant.now().isBefore(deadline)) {
        good = user.get() == 200 ? good + 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("broken before anything was killed", e);
    }
    assertThat(good).as("answers in a row before anything is killed").isEqualTo(ENOUGH);
  }

  private void awaitRequestsAt(Part gateway) throws IOException {
    Instant deadline = Instant.now().plus(BACK_IN_ROTATION);
    long before = requestsAt(gateway);
    while (requestsAt(gateway) <= before) {
      assertThat(Instant.now()).as("no request reaches %s", gateway.name()).isBefore(deadline);
    }
  }

  /** As httpd's access log counts them. */
  private long requestsAt(Part gateway) throws IOException {
    try (var lines = Files.lines(run.state("logs/httpd-access.log"))) {
      return lines.filter(line -> line.contains("\"member\":\"" + gateway.name() + '"')).count();
    }
  }
}
