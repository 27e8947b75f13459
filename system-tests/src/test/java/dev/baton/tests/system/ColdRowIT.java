package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Hop;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many ask for a price that no cache has: each instance of service C reads it once. The database
 * stands still while they ask, so that nobody is late.
 *
 * <p>Without the shared loads of {@code CacheAside} each of them reads it.
 */
@Tag("faults")
@Tag("tls")
@Timeout(120)
class ColdRowIT {
  private static final int CROWD = 10;
  private static final long GATHERING_MILLIS = 1_000;
  private static final int TRIES = 5;

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);
  private final String database = chain.databaseOf("service-c");
  private final List<URI> instances =
      chain.hops().stream().filter(hop -> hop.kind() == Hop.Kind.PRICES).map(Hop::base).toList();
  private final Iterator<String> skus = skusInAnyOrder();

  @BeforeEach
  void connect() {
    chain.repair();
    instances.forEach(instance -> price(instance, "SKU-0000"));
  }

  @Test
  void eachInstanceReadsARowOnceForAllWhoAskForIt() throws InterruptedException {
    List<Answer> answers = askedForOneRow();
    // Somebody may have asked for it before: then no instance reads it.
    for (int tries = 1; reads(answers, "") == 0 && tries < TRIES; tries++) {
      answers = askedForOneRow();
    }

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(reads(answers, "")).isBetween(1L, (long) instances.size());
    assertThat(reads(answers, "shared")).isPositive();
  }

  /** The twin: of ten rows each is read, but for those that an earlier test has asked for. */
  @Test
  void differentRowsAreReadOneByOne() throws InterruptedException {
    List<String> different = IntStream.range(0, CROWD).mapToObj(i -> skus.next()).toList();

    List<Answer> answers = askedWhileTheDatabaseStandsStill(different::get);

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(reads(answers, "")).isGreaterThan(CROWD / 2);
  }

  private List<Answer> askedForOneRow() throws InterruptedException {
    String sku = skus.next();
    return askedWhileTheDatabaseStandsStill(i -> sku);
  }

  /** All at once, as many at each instance. */
  private List<Answer> askedWhileTheDatabaseStandsStill(IntFunction<String> sku)
      throws InterruptedException {
    Thread clock = new Thread(this::goOnSoon);
    chain.freeze(database);
    clock.start();
    try {
      return Crowd.atOnce(
          CROWD * instances.size(),
          i -> price(instances.get(i % instances.size()), sku.apply(i / instances.size())));
    } finally {
      clock.join();
    }
  }

  private void goOnSoon() {
    try {
      Thread.sleep(GATHERING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      chain.thaw(database);
    }
  }

  private Answer price(URI instance, String sku) {
    return shop.get("olga", instance.resolve("/prices/" + sku));
  }

  private static long reads(List<Answer> answers, String outcome) {
    return answers.stream()
        .flatMap(answer -> answer.hops().stream())
        .filter(hop -> hop.step().equals("db") && hop.description().equals(outcome))
        .count();
  }

  /** Of articles that no other test of this part asks for, but for a few. */
  private static Iterator<String> skusInAnyOrder() {
    List<String> skus =
        new ArrayList<>(IntStream.range(400, 490).mapToObj("SKU-%04d"::formatted).toList());
    Collections.shuffle(skus);
    return skus.iterator();
  }
}
