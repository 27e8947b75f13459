package dev.baton.stock.control;

import dev.baton.kit.data.Round;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.entity.OrderId;
import dev.baton.stock.entity.Reservation;
import dev.baton.stock.entity.Sku;
import dev.baton.stock.entity.StockLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps pieces for orders, together with their price at service C. Everything may be repeated: a
 * step that has been done is not done again.
 */
@ApplicationScoped
public class Reservations {
  private static final int AT_ONCE = 200;

  private final ReservationTable table;
  private final StockLevels levels;
  private final PriceService prices;
  private final HopTimings hops;
  private final Duration hold;
  private final Clock clock = Clock.systemUTC();

  /** For the container's client proxy. */
  protected Reservations() {
    this(null, null, null, null, 0);
  }

  /**
   * @param holdSeconds how long pieces are kept for an order that is not confirmed
   */
  @Inject
  public Reservations(
      ReservationTable table,
      StockLevels levels,
      PriceService prices,
      HopTimings hops,
      @ConfigProperty(name = "baton.hold.seconds", defaultValue = "300") long holdSeconds) {
    this.table = table;
    this.levels = levels;
    this.prices = prices;
    this.hops = hops;
    this.hold = Duration.ofSeconds(holdSeconds);
  }

  /** How long pieces are kept for an order that is not confirmed. */
  public Duration holdTime() {
    return hold;
  }

  /** What is or was kept for an order. */
  public Optional<Reservation> find(OrderId order, Sku sku) {
    return table.find(order.value(), sku.value());
  }

  /**
   * Keeps pieces for an order, and fixes their price for the caller. The same again keeps them for
   * longer.
   *
   * @throws ProblemException 404 for an article without stock or price, 409 where too few pieces
   *     are available, 503 where service C does not answer; the pieces then wait for the next try
   *     until they expire
   */
  public Quote hold(OrderId order, Sku sku, String subject, long quantity) {
    change(sku, () -> atOnce(() -> take(order, sku, subject, quantity)));
    return prices.hold(sku.value(), order.value());
  }

  /**
   * Makes reservation and price last.
   *
   * @throws ProblemException 403 for another's, 404 where there is none, 409 where it was released,
   *     503 where service C does not answer
   */
  public void confirm(OrderId order, Sku sku, Access access) {
    change(sku, () -> table.confirm(order.value(), sku.value(), access));
    prices.confirm(sku.value(), order.value());
  }

  /**
   * Gives the pieces back for good, and ends their price.
   *
   * @throws ProblemException 403 for another's, 503 where service C does not answer
   */
  public void release(OrderId order, Sku sku, Access access) {
    change(sku, () -> table.release(order.value(), sku.value(), access));
    prices.release(sku.value(), order.value());
  }

  void expire(@Observes Round round) {
    LocalDateTime now = now();
    for (long order : table.expired(now, AT_ONCE)) {
      table.expire(order, now).ifPresent(levels::changed);
    }
  }

  private Optional<StockLevel> take(OrderId order, Sku sku, String subject, long quantity) {
    return table.hold(order.value(), sku.value(), subject, quantity, now().plus(hold));
  }

  private void change(Sku sku, Supplier<Optional<StockLevel>> write) {
    levels.write(sku.value(), () -> hops.timed("db", write)).ifPresent(levels::changed);
  }

  /** Who comes second of two at the same time finds what the first has made. */
  private static <T> T atOnce(Supplier<T> write) {
    try {
      return write.get();
    } catch (PersistenceException another) {
      return write.get();
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
