package dev.baton.orders.control;

import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Amount;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.OrderRow;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.TodoRow;
import dev.baton.orders.entity.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The steps of an order in this service's database. Each is one transaction and may be repeated: an
 * order that has gone further stays where it is.
 */
@ApplicationScoped
@Transactional
public class Decisions {
  /** Who decided tells at once; the worker is for what that one could not tell. */
  private static final Duration OWN_TRY = Duration.ofSeconds(5);

  private final Clock clock = Clock.systemUTC();

  @PersistenceContext(unitName = "orders")
  private EntityManager entities;

  /** The order that a customer has made with a key. */
  public Optional<Order> find(Wish wish) {
    return entities
        .createNamedQuery(OrderRow.BY_KEY, OrderRow.class)
        .setParameter("owner", wish.owner())
        .setParameter("key", wish.key().value())
        .getResultStream()
        .findFirst()
        .map(OrderRow::toOrder);
  }

  /**
   * Makes a new order, {@code PENDING}.
   *
   * @throws jakarta.persistence.PersistenceException where the customer's key has an order already
   */
  public Order take(Wish wish) {
    OrderRow row = new OrderRow(wish, now());
    entities.persist(row);
    entities.flush();
    return row.toOrder();
  }

  /** Stock and price are kept: the order stands, and B and C are to be told. */
  public Order confirm(long id, Amount price) {
    OrderRow row = locked(id);
    if (row.isPending()) {
      row.confirm(price, now());
      remember(row, Task.CONFIRM);
    }
    return row.toOrder();
  }

  /** There was no stock: nothing is kept. */
  public Order reject(long id) {
    OrderRow row = locked(id);
    if (row.isPending()) {
      row.reject();
    }
    return row.toOrder();
  }

  /** The article is unknown: the order has never been. */
  public void forget(long id) {
    lockedIfThere(id).filter(OrderRow::isPending).ifPresent(entities::remove);
  }

  /** The order is taken back: whatever B and C keep is to be given back. */
  public Order cancel(long id) {
    OrderRow row = locked(id);
    if (row.isLive()) {
      row.cancel();
      remember(row, Task.RELEASE);
    }
    return row.toOrder();
  }

  /** Orders that were begun before a time and never decided, the oldest first, at most so many. */
  public List<Long> undecided(LocalDateTime before, int limit) {
    return entities
        .createNamedQuery(OrderRow.UNDECIDED, Long.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  private void remember(OrderRow row, Task task) {
    Order order = row.toOrder();
    entities.createNamedQuery(TodoRow.DROP).setParameter("order", order.id()).executeUpdate();
    entities.persist(new TodoRow(new Todo(order.id(), order.sku(), task), now().plus(OWN_TRY)));
  }

  /** An order may go while others have it in their hands: its article turned out to be unknown. */
  private OrderRow locked(long id) {
    return lockedIfThere(id)
        .orElseThrow(() -> ProblemException.unavailable("The order has just changed.", 1));
  }

  private Optional<OrderRow> lockedIfThere(long id) {
    return Optional.ofNullable(entities.find(OrderRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
