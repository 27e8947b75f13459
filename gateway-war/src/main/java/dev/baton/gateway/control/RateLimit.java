package dev.baton.gateway.control;

import com.hazelcast.map.IMap;
import dev.baton.gateway.entity.RatePolicy;
import dev.baton.gateway.entity.RateVerdict;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts the requests of each caller, at all gateways together.
 *
 * <p>The buckets stand in the gateways' map. A gateway does not ask it for every request: it may
 * spend a hundredth of the quota by itself and tells afterwards. So a caller who uses all gateways
 * at once gets at most that much more from each of them.
 */
final class RateLimit {

  private static final Logger LOG = Logger.getLogger(RateLimit.class.getName());
  private static final int SHARE = 100;
  private static final int WINDOW_PARTS = 4;
  private static final int CALLERS = 10_000;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final RatePolicy policy;
  private final BucketConfiguration bucket;
  private final RemoteBucketBuilder<String> shared;
  private final Map<String, Bucket> known = Collections.synchronizedMap(new Recent());

  private volatile long pausedUntil = System.nanoTime();

  RateLimit(RatePolicy policy, IMap<String, byte[]> buckets) {
    this.policy = policy;
    this.bucket = policy.isOn() ? bucket(policy) : null;
    this.shared = policy.isOn() ? shared(policy, buckets) : null;
  }

  /**
   * Counts one request. A map that does not answer holds nobody up: then nothing is limited for a
   * second.
   */
  RateVerdict spend(String caller) {
    if (!policy.isOn() || System.nanoTime() - pausedUntil < 0) {
      return RateVerdict.unlimited(policy);
    }
    try {
      return verdict(bucketOf(caller).tryConsumeAndReturnRemaining(1));
    } catch (RuntimeException e) {
      pausedUntil = System.nanoTime() + PAUSE_NANOS;
      LOG.log(Level.WARNING, "The rate of requests is not limited now: {0}", e.toString());
      return RateVerdict.unlimited(policy);
    }
  }

  private Bucket bucketOf(String caller) {
    return known.computeIfAbsent(
        caller, key -> shared.build(policy.name() + ":" + key, () -> bucket));
  }

  private RateVerdict verdict(ConsumptionProbe probe) {
    return new RateVerdict(
        policy,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForRefill()),
        seconds(probe.getNanosToWaitForReset()));
  }

  /** Rounded up. */
  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
  }

  private static BucketConfiguration bucket(RatePolicy policy) {
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(policy.quota()).refillGreedy(policy.quota(), policy.window()))
        .build();
  }

  private static RemoteBucketBuilder<String> shared(
      RatePolicy policy, IMap<String, byte[]> buckets) {
    ProxyManager<String> manager =
        Bucket4jHazelcast.entryProcessorBasedBuilder(buckets)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(policy.window()))
            .build();
    long share = policy.quota() / SHARE;
    Duration longest = policy.window().dividedBy(WINDOW_PARTS);
    return share == 0
        ? manager.builder()
        : manager
            .builder()
            .withOptimization(Optimizations.delaying(new DelayParameters(share, longest)));
  }

  /** The callers who came last. */
  private static final class Recent extends LinkedHashMap<String, Bucket> {

    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > CALLERS;
    }
  }
}
