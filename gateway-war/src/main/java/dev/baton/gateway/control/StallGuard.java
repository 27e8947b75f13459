package dev.baton.gateway.control;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gives up streamed requests in which nothing moves. */
final class StallGuard implements AutoCloseable {

  private final Duration stall;
  private final ScheduledExecutorService timer;

  StallGuard(Duration stall) {
    this.stall = stall;
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, StallGuard::daemon);
    pool.setRemoveOnCancelPolicy(true);
    this.timer = pool;
  }

  /** Watches a request until the returned watch is closed. */
  Watch watch(ForwardedRequest request) {
    long period = Math.max(1, stall.toMillis() / 4);
    ScheduledFuture<?> checks =
        timer.scheduleWithFixedDelay(() -> check(request), period, period, TimeUnit.MILLISECONDS);
    return () -> checks.cancel(false);
  }

  private void check(ForwardedRequest request) {
    if (request.progress().idleNanos() > stall.toNanos()) {
      request.cancel();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "baton-stall-guard");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Ends with the request's body. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
