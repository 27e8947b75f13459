package dev.baton.tests.system;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Users who read an order, its stock and its price through the load balancer again and again, while
 * the price is raised. Keeps what no user should see: an answer that is none, that is late, that
 * lacks a part, or that is older than a price which was acknowledged before the question.
 */
final class Traffic implements AutoCloseable {
  private static final Duration LATE = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 20;
  private static final long FIRST_PRICE = 1_000;

  private final Shop shop;
  private final String sku;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong raises = new AtomicLong();
  private final List<Thread> threads;
  private volatile long acknowledged;
  private volatile boolean stopped;

  /**
   * @param order alice's, of the article
   */
  Traffic(Shop shop, long order, String sku) {
    this.shop = shop;
    this.sku = sku;
    raise(FIRST_PRICE);
    threads =
        Stream.<Runnable>of(
                () -> read("alice", "/api/orders/" + order, Traffic::priceOfOrder),
                () -> read("carol", "/api/orders/" + order, Traffic::priceOfOrder),
                () -> read("walter", "/api/stock/" + sku, Traffic::priceOfStock),
                () -> read("olga", "/api/prices/" + sku, Traffic::price),
                () -> raise(acknowledged + 1))
            .map(once -> new Thread(() -> repeat(once)))
            .toList();
    threads.forEach(Thread::start);
  }

  /** What no user should have seen; empty when all was well. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Answers without a fault. */
  long reads() {
    return reads.get();
  }

  /** Prices that were acknowledged. */
  long raises() {
    return raises.get();
  }

  @Override
  public void close() {
    stopped = true;
    threads.forEach(Traffic::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(Runnable once) {
    while (!stopped) {
      try {
        once.run();
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException broken) {
        faults.add(broken.toString());
      }
    }
  }

  private void read(String user, String path, ToLongFunction<JsonObject> price) {
    long oldest = acknowledged;
    long start = System.nanoTime();
    Answer answer = shop.get(user, shop.front(path));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    String fault = fault(answer, taken, oldest, price);
    if (fault.isEmpty()) {
      reads.incrementAndGet();
      return;
    }
    faults.add(path + ": " + fault);
  }

  /** Empty for an answer as it should be. */
  static String fault(
      Answer answer, Duration taken, long oldest, ToLongFunction<JsonObject> price) {
    if (answer.status() != 200) {
      return answer.status() + " " + answer.body();
    }
    if (taken.compareTo(LATE) > 0) {
      return "after " + taken;
    }
    try {
      long told = price.applyAsLong(answer.json());
      return told < oldest ? "price " + told + " after " + oldest + " was acknowledged" : "";
    } catch (NullPointerException missing) {
      return "a part is missing: " + answer.body();
    }
  }

  private void raise(long cents) {
    Answer answer = shop.putPrice(sku, cents, Map.of("If-Match", "*"));
    if (answer.status() != 200) {
      faults.add("PUT: " + answer.status() + " " + answer.body());
      return;
    }
    acknowledged = cents;
    raises.incrementAndGet();
  }

  static long priceOfOrder(JsonObject order) {
    return priceOfStock(order.getJsonObject("stock"));
  }

  static long priceOfStock(JsonObject stock) {
    return price(stock.getJsonObject("price"));
  }

  static long price(JsonObject price) {
    return price.getJsonNumber("cents").longValueExact();
  }
}
