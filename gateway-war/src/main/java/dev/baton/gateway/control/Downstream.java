package dev.baton.gateway.control;

import dev.baton.kit.balance.RetryBudget;
import dev.baton.kit.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One service as the gateway sees it: how many may wait for it, and whether it answers at all. */
final class Downstream {

  private static final long RETRY_AFTER_SECONDS = 1;

  /** Streamed requests last as long as their senders like: they get places of their own, fewer. */
  private static final int STREAM_SHARE = 4;

  private final String service;
  private final Circuit circuit;
  private final Semaphore places;
  private final Semaphore streamPlaces;
  private final Duration wait;
  private final RetryBudget retries = new RetryBudget();

  Downstream(String service, int places, Duration wait, Duration open) {
    this.service = service;
    this.circuit = new Circuit(open);
    this.places = new Semaphore(places);
    this.streamPlaces = new Semaphore(Math.max(1, places / STREAM_SHARE));
    this.wait = wait;
  }

  String service() {
    return service;
  }

  /**
   * Takes a place among those who wait for the service; {@link #leave} has to follow.
   *
   * @throws ProblemException 503 when the circuit is open or no place is free
   */
  void enter(OutboundRequest request) {
    if (!circuit.admits()) {
      throw ProblemException.unavailable("The service does not answer.", RETRY_AFTER_SECONDS);
    }
    if (!takesPlace(placesFor(request))) {
      throw ProblemException.unavailable("The service has too much to do.", RETRY_AFTER_SECONDS);
    }
  }

  void leave(OutboundRequest request) {
    placesFor(request).release();
  }

  boolean allowsSecondTry() {
    return retries.spend();
  }

  void answered() {
    retries.earn();
    circuit.answered();
  }

  void failed() {
    circuit.failed();
  }

  private Semaphore placesFor(OutboundRequest request) {
    return request.body().isHeld() ? places : streamPlaces;
  }

  private boolean takesPlace(Semaphore free) {
    try {
      return free.tryAcquire() || free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
