package dev.baton.tests.system;

import dev.baton.tests.chain.Answer;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A customer who orders until told to stop, and sends the same request again until somebody answers
 * it: what went wrong on the way is not known to a buyer.
 */
final class Buyer implements Runnable {
  private static final Set<Integer> ANSWERS = Set.of(201, 409);
  private static final long PAUSE_MILLIS = 200;

  private final Shop shop;
  private final String name;
  private final List<String> skus;
  private final Ledger ledger;
  private final Random random = new Random();
  private volatile boolean stopped;
  private volatile String surprise = "";

  Buyer(Shop shop, String name, List<String> skus, Ledger ledger) {
    this.shop = shop;
    this.name = name;
    this.skus = skus;
    this.ledger = ledger;
  }

  @Override
  public void run() {
    while (!stopped) {
      buy(Shop.freshKey(), skus.get(random.nextInt(skus.size())), 1 + random.nextInt(3));
      pause();
    }
  }

  /** The order that is under way is still brought to its answer. */
  void stop() {
    stopped = true;
  }

  String name() {
    return name;
  }

  /** An answer that no fault explains; empty where there was none. */
  String surprise() {
    return surprise;
  }

  private void buy(String key, String sku, int quantity) {
    Answer answer = ask(key, sku, quantity);
    while (answer == null || !ANSWERS.contains(answer.status())) {
      if (answer != null && answer.status() != 503 && answer.status() != 502) {
        surprise = answer.status() + " " + answer.body();
        return;
      }
      pause();
      answer = ask(key, sku, quantity);
    }
    if (answer.status() == 201) {
      ledger.acknowledged(new Ledger.Entry(Shop.idOf(answer), name, key, sku, quantity));
    }
  }

  /** Null for a connection that broke. */
  private Answer ask(String key, String sku, int quantity) {
    try {
      return shop.place(name, key, sku, quantity);
    } catch (IllegalStateException broken) {
      return null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
