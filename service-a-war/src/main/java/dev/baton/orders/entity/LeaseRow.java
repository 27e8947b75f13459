package dev.baton.orders.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Which instance does some work, and until when no other may. */
@Entity
@Table(name = "worker_lease")
@NamedQuery(
    name = LeaseRow.TAKE,
    query =
        "UPDATE LeaseRow l SET l.holder = :holder, l.expiresAt = :until"
            + " WHERE l.name = :name AND (l.holder = :holder OR l.expiresAt < :now)")
public class LeaseRow {
  /** Takes or prolongs the lease {@code :name} for {@code :holder}, unless another holds it. */
  public static final String TAKE = "LeaseRow.take";

  @Id private String name;
  private String holder;

  @Column(name = "expires_at")
  private LocalDateTime expiresAt;

  /** For the persistence provider. */
  protected LeaseRow() {}
}
