package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tests.chain.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left when something dies in the middle of writing, on Derby and, with TLS between the
 * tiers, on PostgreSQL: two instances of each service, a hold of ten seconds, a round every second.
 */
@Tag("faults")
@Tag("tls")
@Timeout(1_800)
class FaultsIT {
  private static final boolean LONG = Boolean.getBoolean("baton.long");
  private static final long STOCK = 100_000;
  private static final int BUYERS = 5;
  private static final int ROUNDS = LONG ? 9 : 1;
  private static final Duration HOLD = Duration.ofSeconds(10);

  /** Long enough for what was held before it to have expired after it. */
  private static final Duration STANDSTILL = HOLD.plusSeconds(2);

  private static final Duration SETTLED = HOLD.plusSeconds(20);
  private static final Duration ORDERS_AGAIN = Duration.ofSeconds(90);
  private static final List<String> SERVICES = List.of("service-a", "service-b", "service-c");
  private static final List<String> TIERS =
      List.of("gateway", "service-a", "service-b", "service-c");

  @TempDir private Path folder;

  private final Random random = new Random();
  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  @BeforeEach
  void repair() {
    chain.repair();
  }

  @Test
  void nothingAcknowledgedIsLostOrDoubledWhateverDies() throws Exception {
    List<String> skus = Stream.generate(() -> shop.article(STOCK)).limit(3).toList();
    try (Ledger ledger = new Ledger(folder.resolve("acknowledged"))) {
      List<Buyer> buyers = buyers(skus, ledger);
      List<Thread> threads = buyers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      int kills;
      try {
        kills = trouble(buyers, ledger);
      } finally {
        buyers.forEach(Buyer::stop);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertNoSurprise(buyers);

      List<Ledger.Entry> acknowledged = ledger.entries();
      System.out.printf(
          "%d kills, %d standstills, %d orders%n", kills, ROUNDS, acknowledged.size());
      List<String> owners = buyers.stream().map(Buyer::name).toList();
      Books books = new Books(shop, STOCK);
      settle(() -> books.faults(owners, skus, acknowledged).isEmpty());
      assertThat(books.faults(owners, skus, acknowledged)).isEmpty();
      chain.baton("check");
      acknowledged.stream().limit(20).forEach(this::assertSameAnswer);
      assertNoticesALoss(books, owners, skus, acknowledged);
    }
  }

  @Test
  void whatIsHeldAndNeverConfirmedExpiresAndMayBeHeldAgain() {
    String sku = shop.article(10);
    long order = 900_000_000_000L + Instant.now().getEpochSecond();
    assertThat(hold(sku, order).status()).isEqualTo(200);
    assertThat(shop.available(sku)).isEqualTo(7);
    assertThat(shop.reservation(sku, order)).isEqualTo("HELD");

    settle(() -> shop.reservation(sku, order).equals("EXPIRED"));

    assertThat(shop.reservation(sku, order)).isEqualTo("EXPIRED");
    settle(() -> shop.quote(sku, order).equals("EXPIRED"));
    assertThat(shop.quote(sku, order)).isEqualTo("EXPIRED");
    assertThat(shop.available(sku)).isEqualTo(10);
    assertThat(hold(sku, order).status()).isEqualTo(200);
    assertThat(shop.available(sku)).isEqualTo(7);
  }

  /** The twin of the big test: what it looks for is found where it is. */
  private void assertNoticesALoss(
      Books books, List<String> owners, List<String> skus, List<Ledger.Entry> acknowledged) {
    Ledger.Entry never = new Ledger.Entry(1, owners.get(0), "key", skus.get(0), 1);
    List<Ledger.Entry> more = new ArrayList<>(acknowledged);
    more.add(never);
    assertThat(books.faults(owners, skus, more)).hasSize(1);
    List<Ledger.Entry> fewer = acknowledged.subList(1, acknowledged.size());
    assertThat(books.faults(owners, skus, fewer)).hasSize(1);

    Ledger.Entry one = acknowledged.get(0);
    shop.send("DELETE", shop.reservationUri(one.sku(), one.id()), "worker", Map.of(), null);
    assertThat(books.faults(owners, skus, acknowledged)).hasSize(2);
    assertThatThrownBy(() -> chain.baton("check")).hasMessageContaining("check");
    assertThat(shop.cancel(one.owner(), one.id()).status()).isEqualTo(204);
  }

  private static void assertNoSurprise(List<Buyer> buyers) {
    assertThat(buyers).extracting(Buyer::surprise).containsOnly("");
  }

  private void assertSameAnswer(Ledger.Entry entry) {
    Answer again = shop.place(entry.owner(), entry.key(), entry.sku(), entry.quantity());
    assertThat(Shop.idOf(again)).isEqualTo(entry.id());
  }

  private List<Buyer> buyers(List<String> skus, Ledger ledger) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    return IntStream.range(0, BUYERS)
        .mapToObj(i -> new Buyer(shop, shop.customer("buyer-" + run + "-" + i), skus, ledger))
        .toList();
  }

  private Answer hold(String sku, long order) {
    return shop.put("alice", shop.reservationUri(sku, order), Map.of(), "{\"quantity\":3}");
  }

  /** How many were killed. */
  private int trouble(List<Buyer> buyers, Ledger ledger) throws InterruptedException {
    int kills = 0;
    for (int round = 0; round < ROUNDS; round++) {
      kills += kill(shuffled(TIERS.stream().map(this::oneOf)), ledger);
      kills += kill(shuffled(chain.databases().stream()), ledger);
      standStill(oneOf(SERVICES.get(random.nextInt(SERVICES.size()))), ledger);
      assertNoSurprise(buyers);
    }
    return kills;
  }

  /** How many were killed, one soon after the other, before all are started again. */
  private int kill(List<String> victims, Ledger ledger) throws InterruptedException {
    int before = ledger.entries().size();
    for (String victim : victims) {
      Thread.sleep(random.nextInt(3_000));
      chain.kill(victim);
    }
    chain.baton("up");
    awaitOrders(victims.toString(), before, ledger);
    return victims.size();
  }

  /** Whoever goes on after it believes what has ended meanwhile. */
  private void standStill(String server, Ledger ledger) throws InterruptedException {
    int before = ledger.entries().size();
    chain.freeze(server);
    try {
      Thread.sleep(STANDSTILL.toMillis());
    } finally {
      chain.thaw(server);
    }
    awaitOrders(server, before, ledger);
  }

  private static void awaitOrders(String after, int before, Ledger ledger) {
    Waiting.within(ORDERS_AGAIN)
        .until("orders after " + after, () -> ledger.entries().size() > before + 5);
  }

  private String oneOf(String tier) {
    return tier + "-" + (1 + random.nextInt(2));
  }

  private List<String> shuffled(Stream<String> names) {
    List<String> victims = new ArrayList<>(names.toList());
    Collections.shuffle(victims, random);
    return victims;
  }

  /** Waits until holds have expired and the worker has been round, or until it is so already. */
  private static void settle(BooleanSupplier settled) {
    Waiting.within(SETTLED).comes(settled);
  }
}
