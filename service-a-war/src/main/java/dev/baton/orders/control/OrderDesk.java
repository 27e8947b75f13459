package dev.baton.orders.control;

import dev.baton.kit.data.Duplicate;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderStatus;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes orders and takes them back, without a transaction over three databases: an order is written
 * down, stock and price are held, one local transaction decides, then B and C are told. Whatever
 * stops on the way is taken up by the same request when it comes again, expires, or is told by the
 * background worker.
 */
@ApplicationScoped
public class OrderDesk {
  private static final Logger LOG = Logger.getLogger(OrderDesk.class.getName());
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Decisions decisions;
  private final Orders orders;
  private final StockService stock;
  private final TodoTable todos;
  private final HopTimings hops;

  /** For the container's client proxy. */
  protected OrderDesk() {
    this(null, null, null, null, null);
  }

  @Inject
  public OrderDesk(
      Decisions decisions, Orders orders, StockService stock, TodoTable todos, HopTimings hops) {
    this.decisions = decisions;
    this.orders = orders;
    this.stock = stock;
    this.todos = todos;
    this.hops = hops;
  }

  /**
   * Takes an order. The same again has the same outcome, however far the first one came.
   *
   * @return the order, once confirmed
   * @throws ProblemException 404 for an unknown article, 409 where too few pieces are in stock or
   *     the order was taken back before it was decided, 422 where the key has been used for another
   *     order, 503 where B or C do not answer or answer too late
   */
  public Order place(Wish wish) {
    Order order = find(wish);
    if (!order.sku().equals(wish.sku()) || order.quantity() != wish.quantity()) {
      throw ProblemException.unprocessable(
          "The header 'Idempotency-Key' has been used for another order.");
    }
    return confirmed(order.status() == OrderStatus.PENDING ? decide(order) : order);
  }

  /** Takes an order back and gives its stock back. One that holds none stays as it is. */
  public void cancel(long id) {
    Order order = hops.timed("db", () -> orders.write(id, () -> decisions.cancel(id)));
    if (order.status() == OrderStatus.CANCELLED) {
      tell(order, Task.RELEASE);
    }
  }

  private Order find(Wish wish) {
    return hops.timed("db", () -> decisions.find(wish).orElseGet(() -> take(wish)));
  }

  /** Who comes second of two at the same time finds what the first has made. */
  private Order take(Wish wish) {
    try {
      return decisions.take(wish);
    } catch (PersistenceException another) {
      return decisions.find(wish).orElseThrow(() -> goneAgain(another));
    }
  }

  private static RuntimeException goneAgain(PersistenceException another) {
    return Duplicate.isToldBy(another)
        ? ProblemException.unavailable("The same request has just been refused.", 1)
        : another;
  }

  private Order decide(Order order) {
    long started = System.nanoTime();
    Reserved reserved;
    try {
      reserved = stock.reserve(order);
    } catch (ProblemException refused) {
      return refuse(order, refused);
    }
    requireTime(started, Duration.ofSeconds(reserved.holdSeconds()));
    Amount price = new Amount(reserved.cents(), reserved.currency());
    Order decided =
        hops.timed(
            "db", () -> orders.write(order.id(), () -> decisions.confirm(order.id(), price)));
    if (decided.status() == OrderStatus.CONFIRMED) {
      tell(decided, Task.CONFIRM);
    }
    return decided;
  }

  private Order refuse(Order order, ProblemException refused) {
    switch (refused.getResponse().getStatus()) {
      case CONFLICT -> {
        return orders.write(order.id(), () -> decisions.reject(order.id()));
      }
      case NOT_FOUND -> {
        orders.erase(order.id(), () -> decisions.forget(order.id()));
        throw ProblemException.notFound("The field 'sku' names an article that is not sold.");
      }
      default -> throw refused;
    }
  }

  /**
   * Decided is in the first half of the hold only: the second is for telling B and C. The hold
   * began after the call did, so that no clock but this one is asked.
   */
  private static void requireTime(long startedNanos, Duration hold) {
    if (System.nanoTime() - startedNanos > hold.toNanos() / 2) {
      throw ProblemException.unavailable("Stock and price came too late to decide.", 1);
    }
  }

  private static Order confirmed(Order order) {
    if (order.wasConfirmed()) {
      return order;
    }
    throw ProblemException.conflict(
        order.status() == OrderStatus.REJECTED
            ? "There are too few pieces in stock."
            : "The order was taken back before it was decided.");
  }

  /** Whether it can be told or not: it is decided, and the worker comes back to it. */
  private void tell(Order order, Task task) {
    Todo todo = new Todo(order.id(), order.sku(), task);
    try {
      stock.tell(todo);
      todos.done(todo);
    } catch (RuntimeException untold) {
      LOG.log(
          Level.FINE,
          "{0} of order {1} is left to the worker: {2}",
          new Object[] {task, Long.toString(order.id()), untold});
    }
  }
}
