package dev.baton.orders.control;

import dev.baton.orders.entity.LeaseRow;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import dev.baton.orders.entity.TodoRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;

/** What is still to be told, and who tells it. */
@ApplicationScoped
@Transactional
public class TodoTable {
  private static final String LEASE = "reconciler";

  @PersistenceContext(unitName = "orders")
  private EntityManager entities;

  /**
   * Takes the lease of the background work, or prolongs it.
   *
   * @return false while another holds it
   */
  public boolean lease(String holder, LocalDateTime now, LocalDateTime until) {
    return entities
            .createNamedQuery(LeaseRow.TAKE)
            .setParameter("name", LEASE)
            .setParameter("holder", holder)
            .setParameter("now", now)
            .setParameter("until", until)
            .executeUpdate()
        == 1;
  }

  /** What of a task is due, the oldest first, at most so many. */
  public List<Todo> due(Task task, LocalDateTime now, int limit) {
    return entities
        .createNamedQuery(TodoRow.DUE, TodoRow.class)
        .setParameter("task", task)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(TodoRow::toTodo)
        .toList();
  }

  /** It was told. What was decided after it stays. */
  public void done(Todo todo) {
    entities
        .createNamedQuery(TodoRow.DONE)
        .setParameter("order", todo.orderId())
        .setParameter("task", todo.task())
        .executeUpdate();
  }

  /** It could not be told, and others come first. What was decided after it is not put off. */
  public void postpone(Todo todo, LocalDateTime dueAt) {
    entities
        .createNamedQuery(TodoRow.POSTPONE)
        .setParameter("order", todo.orderId())
        .setParameter("task", todo.task())
        .setParameter("dueAt", dueAt)
        .executeUpdate();
  }
}
