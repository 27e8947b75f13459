package dev.baton.orders.control;

import dev.baton.kit.data.Round;
import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The background work of this service, on one instance at a time: tells B and C what was decided
 * and could not be told at once, as this service and never as a user, and takes back orders that
 * nobody came back for.
 */
@ApplicationScoped
public class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class.getName());
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration NEXT_TRY = Duration.ofSeconds(10);
  private static final int AT_ONCE = 50;
  private static final int UNAVAILABLE = 503;

  private final TodoTable todos;
  private final Decisions decisions;
  private final Orders orders;
  private final StockAsWorker stock;
  private final String instance;
  private final Duration patience;
  private final Clock clock = Clock.systemUTC();

  /** For the container's client proxy. */
  protected Reconciler() {
    this(null, null, null, null, null, 0);
  }

  /**
   * @param instance this server's name
   * @param patienceSeconds how long an undecided order waits for its customer to come back
   */
  @Inject
  public Reconciler(
      TodoTable todos,
      Decisions decisions,
      Orders orders,
      StockAsWorker stock,
      @ConfigProperty(name = "baton.instance", defaultValue = "-") String instance,
      @ConfigProperty(name = "baton.order.patience.seconds", defaultValue = "3600")
          long patienceSeconds) {
    this.todos = todos;
    this.decisions = decisions;
    this.orders = orders;
    this.stock = stock;
    this.instance = instance;
    this.patience = Duration.ofSeconds(patienceSeconds);
  }

  void work(@Observes Round round) {
    LocalDateTime now = LocalDateTime.now(clock);
    if (!todos.lease(instance, now, now.plus(LEASE))) {
      return;
    }
    takeBackUndecided(now);
    if (stock.isOpen()) {
      tellWhatIsDue(now);
    }
  }

  private void takeBackUndecided(LocalDateTime now) {
    for (long id : decisions.undecided(now.minus(patience), AT_ONCE)) {
      orders.write(id, () -> decisions.cancel(id));
    }
  }

  /** What is to be kept comes first: it has an expiry to be ahead of. */
  private void tellWhatIsDue(LocalDateTime now) {
    if (tellAll(Task.CONFIRM, now)) {
      tellAll(Task.RELEASE, now);
    }
  }

  /**
   * In a round as many as fit into the lease; a service that is not there ends the round.
   *
   * @return whether nothing of the task is left
   */
  private boolean tellAll(Task task, LocalDateTime now) {
    LocalDateTime end = now.plus(LEASE.dividedBy(2));
    List<Todo> due;
    do {
      due = todos.due(task, now, AT_ONCE);
      for (Todo todo : due) {
        if (LocalDateTime.now(clock).isAfter(end) || !tell(todo, now)) {
          return false;
        }
      }
    } while (due.size() == AT_ONCE);
    return true;
  }

  private boolean tell(Todo todo, LocalDateTime now) {
    try {
      stock.tell(todo);
      todos.done(todo);
      return true;
    } catch (ProblemException refused) {
      todos.postpone(todo, now.plus(NEXT_TRY));
      return report(todo, refused);
    }
  }

  private static boolean report(Todo todo, ProblemException refused) {
    int status = refused.getResponse().getStatus();
    LOG.log(
        status == UNAVAILABLE ? Level.INFO : Level.SEVERE,
        "{0} of order {1} could not be told: {2} {3}",
        new Object[] {todo.task(), Long.toString(todo.orderId()), status, refused.detail()});
    return status != UNAVAILABLE;
  }
}
