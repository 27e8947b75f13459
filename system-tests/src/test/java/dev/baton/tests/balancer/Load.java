package dev.baton.tests.balancer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Users who ask without a break, until told to stop, and note whatever is not a 200. */
final class Load implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService threads;
  private final Duration pause;
  private final AtomicInteger answered = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  private Load(int users, Duration pause) {
    this.pause = pause;
    threads = Executors.newFixedThreadPool(users);
  }

  /**
   * @param pause between an answer and the same user's next request
   */
  static Load start(int users, Duration pause, Supplier<User> user) {
    Load load = new Load(users, pause);
    IntStream.range(0, users).forEach(i -> load.threads.submit(() -> load.ask(user)));
    return load;
  }

  int answered() {
    return answered.get();
  }

  /** One line for each failed request, with its time. */
  List<String> failures() {
    return failures;
  }

  /** Waits until so many more requests were answered. */
  void awaitAnswers(int more) {
    int goal = answered.get() + more;
    Instant deadline = Instant.now().plus(PATIENCE);
    while (answered.get() < goal) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("only " + answered + " answers, failed: " + failures);
      }
      sleep(Duration.ofMillis(10));
    }
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("requests hang");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Supplier<User> supplier) {
    try (User user = supplier.get()) {
      while (!stopped) {
        note(user);
        sleep(pause);
      }
    }
  }

  private void note(User user) {
    try {
      int status = user.get();
      answered.incrementAndGet();
      if (status != 200) {
        failures.add(Instant.now() + " " + status);
      }
    } catch (IOException e) {
      failures.add(Instant.now() + " " + e);
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
