package dev.baton.orders.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Something that was decided, and that services B and C have not been told yet. */
@Entity
@Table(name = "order_todo")
@NamedQuery(
    name = TodoRow.DUE,
    query = "SELECT t FROM TodoRow t WHERE t.task = :task AND t.dueAt < :now ORDER BY t.dueAt")
@NamedQuery(
    name = TodoRow.DONE,
    query = "DELETE FROM TodoRow t WHERE t.orderId = :order AND t.task = :task")
@NamedQuery(name = TodoRow.DROP, query = "DELETE FROM TodoRow t WHERE t.orderId = :order")
@NamedQuery(
    name = TodoRow.POSTPONE,
    query = "UPDATE TodoRow t SET t.dueAt = :dueAt WHERE t.orderId = :order AND t.task = :task")
public class TodoRow {
  /** What of {@code :task} is due at {@code :now}, the oldest first. */
  public static final String DUE = "TodoRow.due";

  /** Ends {@code :task} of {@code :order}, and nothing that came after it. */
  public static final String DONE = "TodoRow.done";

  /** Ends whatever {@code :order} has to do. */
  public static final String DROP = "TodoRow.drop";

  /**
   * Puts {@code :task} of {@code :order} off until {@code :dueAt}, and nothing that came after it.
   */
  public static final String POSTPONE = "TodoRow.postpone";

  @Id
  @Column(name = "order_id")
  private long orderId;

  private String sku;

  @Enumerated(EnumType.STRING)
  private Task task;

  @Column(name = "due_at")
  private LocalDateTime dueAt;

  /** For the persistence provider. */
  protected TodoRow() {}

  /** Something to be told, by the background worker from a time on. */
  public TodoRow(Todo todo, LocalDateTime dueAt) {
    this.orderId = todo.orderId();
    this.sku = todo.sku();
    this.task = todo.task();
    this.dueAt = dueAt;
  }

  /** The row as a value that outlives its transaction. */
  public Todo toTodo() {
    return new Todo(orderId, sku, task);
  }
}
