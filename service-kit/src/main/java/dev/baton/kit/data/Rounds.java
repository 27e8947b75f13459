package dev.baton.kit.data;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fires a {@link Round} every {@code baton.round.seconds} once the schema is there. A round that
 * fails is told in the log, and the next one comes all the same.
 */
@ApplicationScoped
public class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

  @Resource private ManagedScheduledExecutorService executor;

  @Inject
  @ConfigProperty(name = "baton.round.seconds", defaultValue = "5")
  private long seconds;

  @Inject private Event<Round> rounds;

  private ScheduledFuture<?> schedule;

  void start(@Observes SchemaReady schema) {
    if (schedule == null) {
      schedule = executor.scheduleWithFixedDelay(this::next, seconds, seconds, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.cancel(false);
    }
  }

  private void next() {
    try {
      rounds.fire(new Round());
    } catch (RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "A round failed, the next is in {0} s: {1}",
          new Object[] {seconds, failed});
    }
  }
}
