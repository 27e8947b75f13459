package dev.baton.gateway.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.token.RevokedTokens;
import dev.baton.kit.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The tokens that were ended before their time, by {@code jti} or by fingerprint.
 *
 * <p>The gateways' map is the truth; every gateway keeps a copy of its own, because each request
 * asks. The map tells what is added; what it could not tell, because a gateway died while it did,
 * is read again when the cluster has changed.
 */
@ApplicationScoped
public class RevocationList implements RevokedTokens {

  private static final Logger LOG = Logger.getLogger(RevocationList.class.getName());
  private static final long RETRY_SECONDS = 1;

  /** Longer than any clock's skew that a token is forgiven. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final GatewayCluster cluster;
  private final Clock clock;
  private final Map<String, Long> copy = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected RevocationList() {
    this.cluster = null;
    this.clock = null;
  }

  @Inject
  public RevocationList(GatewayCluster cluster) {
    this(cluster, Clock.systemUTC());
  }

  RevocationList(GatewayCluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
    cluster.revoked().addEntryListener((EntryAddedListener<String, Long>) this::told, true);
    cluster.revoked().addEntryListener((EntryUpdatedListener<String, Long>) this::told, true);
    cluster.onChange(() -> CompletableFuture.runAsync(this::readAgain));
    cluster.revoked().forEach(this::remember);
  }

  @Override
  public boolean contains(VerifiedToken token) {
    return !copy.isEmpty()
        && (copy.containsKey(token.fingerprint())
            || token.id() != null && copy.containsKey(token.id()));
  }

  /** Ends a token at every gateway; on return its entry has a backup. */
  public void end(VerifiedToken token) {
    end(token.id() == null ? token.fingerprint() : token.id(), token.expires());
  }

  /**
   * Ends the token of an id at every gateway; on return its entry has a backup.
   *
   * @param id a {@code jti} or a fingerprint
   * @param expires when the token expires by itself; the entry goes soon after
   * @throws ProblemException 503 when the gateways' map does not take it now
   */
  public void end(String id, Instant expires) {
    Instant until = expires.plus(GRACE);
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    try {
      cluster.revoked().set(id, until.getEpochSecond(), seconds, TimeUnit.SECONDS);
    } catch (HazelcastException | IllegalStateException e) {
      LOG.log(Level.WARNING, "A token could not be ended: {0}", e.toString());
      throw ProblemException.unavailable("The token could not be ended now.", RETRY_SECONDS);
    }
    remember(id, until.getEpochSecond());
  }

  private void told(EntryEvent<String, Long> event) {
    remember(event.getKey(), event.getValue());
  }

  private void remember(String id, long until) {
    long now = clock.instant().getEpochSecond();
    copy.values().removeIf(end -> end < now);
    copy.put(id, until);
  }

  private void readAgain() {
    try {
      cluster.revoked().forEach(this::remember);
    } catch (HazelcastException | IllegalStateException e) {
      LOG.log(Level.WARNING, "The ended tokens could not be read: {0}", e.toString());
      CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS).execute(this::retry);
    }
  }

  private void retry() {
    if (cluster.isRunning()) {
      readAgain();
    }
  }

  /** How many are remembered here. */
  int size() {
    return copy.size();
  }
}
