package dev.baton.kit.balance;

import io.smallrye.stork.api.ServiceInstance;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** One instance, and until when it is left alone. */
final class Member {

  private static final long AWAKE = 0;

  private final URI uri;
  private final ServiceInstance instance;
  private final long restNanos;
  private final AtomicLong restsUntil = new AtomicLong(AWAKE);

  Member(URI uri, ServiceInstance instance, long restNanos) {
    this.uri = uri;
    this.instance = instance;
    this.restNanos = restNanos;
  }

  URI uri() {
    return uri;
  }

  ServiceInstance instance() {
    return instance;
  }

  boolean rests() {
    return restsUntil.get() != AWAKE;
  }

  /** True for one caller only each time that the rest is over. */
  boolean isDueForProbe(long now) {
    long until = restsUntil.get();
    return until != AWAKE && now - until >= 0 && restsUntil.compareAndSet(until, endOfRest(now));
  }

  /** Whether it was at rest until now. */
  boolean wake() {
    return rests() && restsUntil.getAndSet(AWAKE) != AWAKE;
  }

  /** Whether it was awake until now. */
  boolean rest(long now) {
    return restsUntil.getAndSet(endOfRest(now)) == AWAKE;
  }

  private long endOfRest(long now) {
    long until = now + restNanos;
    return until == AWAKE ? until + 1 : until;
  }
}
