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
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left when something dies in the middle of writing. Runs on the chain that {@code ./baton
 * test faults} started: two instances of each service, a hold of ten seconds, a round every second.
 */
@Tag("faults")
class FaultsIT {
  private static final boolean LONG = Boolean.getBoolean("baton.long");
  private static final long STOCK = 100_000;
  private static final int BUYERS = 5;
  private static final int ROUNDS = LONG ? 9 : 1;
  private static final Duration HOLD = Duration.ofSeconds(10);
  private static final Duration SETTLED = HOLD.plusSeconds(20);
  private static final Duration ORDERS_AGAIN = Duration.ofSeconds(90);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final List<String> SERVICES = List.of("service-a", "service-b", "service-c");
  private static final List<String> DATABASES =
      List.of("database-service-a", "database-service-b", "database-service-c");

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
    List<List<String>> rounds = rounds();
    try (Ledger ledger = new Ledger(folder.resolve("acknowledged"))) {
      List<Buyer> buyers = buyers(skus, ledger);
      List<Thread> threads = buyers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      for (List<String> victims : rounds) {
        int before = ledger.entries().size();
        for (String victim : victims) {
          Thread.sleep(random.nextInt(3_000));
          chain.kill(victim);
        }
        chain.baton("up");
        Waiting.within(ORDERS_AGAIN)
            .until("orders after " + victims, () -> ledger.entries().size() > before + 5);
      }
      buyers.forEach(Buyer::stop);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(buyers).extracting(Buyer::surprise).containsOnly("");

      List<Ledger.Entry> acknowledged = ledger.entries();
      System.out.printf("%d kills, %d orders%n", 3 * rounds.size(), acknowledged.size());
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

  @Test
  void aDatabaseThatIsAwayIs503AndServesAgainWithoutARestart() throws Exception {
    String sku = shop.article(10);
    long id = Shop.idOf(shop.place("alice", Shop.freshKey(), sku, 3));
    assertThat(shop.order("alice", id).status()).isEqualTo(200);
    String key = Shop.freshKey();
    List<Long> servers = servers();
    for (String database : DATABASES) {
      chain.kill(database);
    }

    assertThat(shop.order("alice", id).status()).isIn(200, 503);
    assertThat(shop.place("alice", key, sku, 1).status()).isEqualTo(503);
    Thread.sleep(LONG ? 20_000 : 3_000);
    chain.baton("up");

    Waiting.within(RECOVERY)
        .until("a write", () -> shop.place("alice", key, sku, 1).status() == 201);
    assertThat(servers()).isEqualTo(servers);
    settle(() -> shop.available(sku) == 6);
    assertThat(shop.available(sku)).isEqualTo(6);
    assertThat(shop.order("alice", id).json().getString("status")).isEqualTo("CONFIRMED");
  }

  /** The processes of the services. */
  private List<Long> servers() {
    return SERVICES.stream()
        .flatMap(name -> Stream.of(name + "-1", name + "-2"))
        .map(name -> chain.process(name).pid())
        .toList();
  }

  /** The twin of the big test: what it looks for is found where it is. */
  private void assertNoticesALoss(
      Books books, List<String> owners, List<String> skus, List<Ledger.Entry> acknowledged) {
    Ledger.Entry never = new Ledger.Entry(1, owners.get(0), "key", skus.get(0), 1);
    List<Ledger.Entry> more = new ArrayList<>(acknowledged);
    more.add(never);
    assertThat(books.faults(owners, skus, more)).hasSize(1);

    Ledger.Entry one = acknowledged.get(0);
    shop.send("DELETE", shop.reservationUri(one.sku(), one.id()), "worker", Map.of(), null);
    assertThat(books.faults(owners, skus, acknowledged)).hasSize(2);
    assertThatThrownBy(() -> chain.baton("check")).hasMessageContaining("check");
    assertThat(shop.cancel(one.owner(), one.id()).status()).isEqualTo(204);
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

  /** One instance of each service, then every database, in random order. */
  private List<List<String>> rounds() {
    List<List<String>> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(shuffled(SERVICES.stream().map(name -> name + "-" + (1 + random.nextInt(2)))));
      rounds.add(shuffled(DATABASES.stream()));
    }
    return rounds;
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
