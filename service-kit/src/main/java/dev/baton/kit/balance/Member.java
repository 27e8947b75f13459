package dev.baton.kit.balance;

import io.smallrye.stork.api.ServiceInstance;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One instance, and until when it is left alone. The log tells when it begins to fail, and when it
 * answers again, and not each call between.
 */
final class Member {

  private static final Logger LOG = Logger.getLogger(Member.class.getName());
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

  /** It answers; the log tells where it was at rest until now. */
  void wake() {
    if (rests() && restsUntil.getAndSet(AWAKE) != AWAKE) {
      LOG.log(Level.INFO, "{0} answers again", uri);
    }
  }

  /** It does not answer; the log tells where it was awake until now. */
  void rest(long now, String why) {
    if (restsUntil.getAndSet(endOfRest(now)) == AWAKE) {
      LOG.log(Level.WARNING, "{0} is left alone for a while: {1}", new Object[] {uri, why});
    }
  }

  private long endOfRest(long now) {
    long until = now + restNanos;
    return until == AWAKE ? until + 1 : until;
  }
}
