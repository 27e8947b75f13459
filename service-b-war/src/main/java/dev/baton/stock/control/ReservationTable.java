package dev.baton.stock.control;

import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.entity.Reservation;
import dev.baton.stock.entity.ReservationRow;
import dev.baton.stock.entity.ReservationStatus;
import dev.baton.stock.entity.StockLevel;
import dev.baton.stock.entity.StockRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The reservations in the database: each method is one transaction that changes a reservation and
 * the stock together, and may be repeated. The stock is locked first and the reservation second,
 * always, so that two never wait for each other.
 */
@ApplicationScoped
@Transactional
public class ReservationTable {
  @PersistenceContext(unitName = "stock")
  private EntityManager entities;

  /** What is or was kept for an order. */
  public Optional<Reservation> find(long orderId, String sku) {
    return Optional.ofNullable(entities.find(ReservationRow.class, orderId))
        .filter(row -> row.sku().equals(sku))
        .map(ReservationRow::toReservation);
  }

  /**
   * Keeps pieces for an order, or keeps for longer what was kept before.
   *
   * @return the stock where it has changed
   * @throws ProblemException 404 for an unknown article, 409 where too few pieces are available,
   *     the order has another reservation, or one that was released
   * @throws jakarta.persistence.PersistenceException when another request makes it at the same time
   */
  public Optional<StockLevel> hold(
      long orderId, String sku, String subject, long quantity, LocalDateTime until) {
    StockRow stock =
        lockedStock(sku)
            .orElseThrow(() -> ProblemException.notFound("There is no stock for this SKU."));
    ReservationRow row = locked(orderId).orElse(null);
    if (row == null) {
      return insert(new ReservationRow(orderId, sku, subject, quantity, until), stock);
    }
    if (!row.isFor(sku, subject, quantity)) {
      throw ProblemException.conflict("The order has a reservation for something else.");
    }
    return switch (row.status()) {
      case HELD -> prolong(row, until);
      case EXPIRED -> holdAgain(row, stock, until);
      case RELEASED -> throw ProblemException.conflict("The reservation was released.");
      case CONFIRMED -> Optional.empty();
    };
  }

  /**
   * Makes a reservation last. One that has expired in between takes its pieces again: its order is
   * confirmed.
   *
   * @return the stock where it has changed
   * @throws ProblemException 404 where the order has none for this article, 409 where it was
   *     released or its pieces are gone
   */
  public Optional<StockLevel> confirm(long orderId, String sku, Access access) {
    Optional<StockRow> stock = lockedStock(sku);
    ReservationRow row =
        mine(orderId, sku, access)
            .orElseThrow(() -> ProblemException.notFound("The order has no such reservation."));
    if (row.status() == ReservationStatus.RELEASED) {
      throw ProblemException.conflict("The reservation was released.");
    }
    boolean gone = !row.status().isLive();
    row.become(ReservationStatus.CONFIRMED);
    return stock.filter(any -> gone).map(level -> take(row, level));
  }

  /**
   * Gives the pieces back for good; nothing happens where there are none.
   *
   * @return the stock where it has changed
   */
  public Optional<StockLevel> release(long orderId, String sku, Access access) {
    Optional<StockRow> stock = lockedStock(sku);
    return mine(orderId, sku, access)
        .flatMap(row -> end(row, stock.orElseThrow(), ReservationStatus.RELEASED));
  }

  /**
   * Gives the pieces back that nobody confirmed in time.
   *
   * @return the stock where it has changed
   */
  public Optional<StockLevel> expire(long orderId, LocalDateTime now) {
    ReservationRow row = entities.find(ReservationRow.class, orderId);
    StockRow stock = lockedStock(row.sku()).orElseThrow();
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(row)
        .filter(found -> found.isOverdue(now))
        .flatMap(found -> end(found, stock, ReservationStatus.EXPIRED));
  }

  /** Orders whose reservations nobody confirmed in time, the oldest first, at most so many. */
  public List<Long> expired(LocalDateTime now, int limit) {
    return entities
        .createNamedQuery(ReservationRow.EXPIRED, Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  private Optional<StockLevel> insert(ReservationRow row, StockRow stock) {
    entities.persist(row);
    entities.flush();
    return Optional.of(take(row, stock));
  }

  private static Optional<StockLevel> prolong(ReservationRow row, LocalDateTime until) {
    row.holdUntil(until);
    return Optional.empty();
  }

  private static Optional<StockLevel> holdAgain(
      ReservationRow row, StockRow stock, LocalDateTime until) {
    row.holdUntil(until);
    return Optional.of(take(row, stock));
  }

  private static Optional<StockLevel> end(
      ReservationRow row, StockRow stock, ReservationStatus how) {
    boolean live = row.status().isLive();
    row.become(how);
    return live ? Optional.of(giveBack(row, stock)) : Optional.empty();
  }

  private static StockLevel take(ReservationRow row, StockRow stock) {
    if (stock.available() < row.quantity()) {
      throw ProblemException.conflict("There are too few pieces in stock.");
    }
    stock.reserve(row.quantity());
    return stock.toStockLevel();
  }

  private static StockLevel giveBack(ReservationRow row, StockRow stock) {
    stock.reserve(-row.quantity());
    return stock.toStockLevel();
  }

  private Optional<StockRow> lockedStock(String sku) {
    return Optional.ofNullable(entities.find(StockRow.class, sku, LockModeType.PESSIMISTIC_WRITE));
  }

  private Optional<ReservationRow> mine(long orderId, String sku, Access access) {
    Optional<ReservationRow> row = locked(orderId).filter(found -> found.sku().equals(sku));
    row.ifPresent(found -> access.require(found.isOf(access.subject())));
    return row;
  }

  private Optional<ReservationRow> locked(long orderId) {
    return Optional.ofNullable(
        entities.find(ReservationRow.class, orderId, LockModeType.PESSIMISTIC_WRITE));
  }
}
