package dev.baton.kit.token;

import dev.baton.kit.json.MalformedJsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The issuer's published keys, fetched by one thread of their own at a steady pace. No request ever
 * fetches or waits: a known key answers from memory, an unknown one is refused, and whatever
 * arrives, the key server sees one fetch per interval.
 *
 * <p>A new key is known, a withdrawn one forgotten, within one interval. Through an outage the last
 * good keys stay, until the longest outage is over. Only before the first keys are known, while
 * every user is refused, it asks more often.
 */
final class JwksKeys implements PublishedKeys {

  private static final Logger LOG = Logger.getLogger(JwksKeys.class.getName());
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

  private final KeyServer server;
  private final Set<String> algorithms;
  private final Duration interval;
  private final Duration longestOutage;
  private final Consumer<String> container;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(JwksKeys::daemon);

  private volatile KeySet keys = KeySet.EMPTY;
  private long lastGoodNanos;
  private boolean everGood;
  private boolean out;

  /**
   * @param server where the keys are
   * @param algorithms the permit list
   * @param interval from one fetch to the next
   * @param longestOutage how long the last good keys stay without news
   * @param container is told every new set of usable keys, null for none
   */
  JwksKeys(
      KeyServer server,
      Set<String> algorithms,
      Duration interval,
      Duration longestOutage,
      Consumer<String> container) {
    this.server = server;
    this.algorithms = Set.copyOf(algorithms);
    this.interval = interval;
    this.longestOutage = longestOutage;
    this.container = container;
  }

  /** Fetches once, then keeps fetching on a thread of its own. */
  JwksKeys start() {
    refresh();
    scheduleNext(everGood ? interval : FIRST_RETRY);
    return this;
  }

  @Override
  public void stop() {
    thread.shutdownNow();
    container.accept(null);
  }

  private void scheduleNext(Duration pause) {
    thread.schedule(() -> cycle(pause), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  // whatever breaks, a withdrawn key must not stay for ever
  private void cycle(Duration pause) {
    try {
      refresh();
    } finally {
      scheduleNext(everGood ? interval : shorter(pause.multipliedBy(2), LONGEST_RETRY));
    }
  }

  /** Fetches once; never throws. */
  void refresh() {
    try {
      use(KeySet.parse(server.fetch(), algorithms));
      endOutage();
    } catch (IOException | MalformedJsonException | RuntimeException e) {
      bear(e);
    }
  }

  @Override
  public PublishedKey keyOf(CompactJws token) throws TokenRefusedException {
    return keys.keyOf(token);
  }

  @Override
  public boolean isReady() {
    return !keys.isEmpty();
  }

  @Override
  public List<String> ids() {
    return keys.ids();
  }

  private void use(KeySet fetched) {
    if (fetched.equals(keys)) {
      return;
    }
    LOG.log(Level.INFO, "The issuer publishes other keys; usable now: {0}", fetched.size());
    // the container first: what the guard lets pass, the container must know
    container.accept(fetched.isEmpty() ? null : fetched.toJson());
    keys = fetched;
  }

  private void endOutage() {
    if (out) {
      LOG.info("The issuer's keys can be fetched again");
    }
    out = false;
    everGood = true;
    lastGoodNanos = System.nanoTime();
  }

  private void bear(Exception failure) {
    if (!out) {
      LOG.log(Level.WARNING, "The issuer''s keys cannot be fetched: {0}", failure.toString());
    }
    out = true;
    if (everGood && System.nanoTime() - lastGoodNanos > longestOutage.toNanos()) {
      use(KeySet.EMPTY);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "baton-keys");
    daemon.setDaemon(true);
    return daemon;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
