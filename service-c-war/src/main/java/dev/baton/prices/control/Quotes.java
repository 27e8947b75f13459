package dev.baton.prices.control;

import dev.baton.kit.data.Round;
import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.problem.ProblemException;
import dev.baton.prices.entity.OrderId;
import dev.baton.prices.entity.PriceList;
import dev.baton.prices.entity.Quote;
import dev.baton.prices.entity.Sku;
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

/** Fixes prices for orders: held until they expire, or confirmed for good. */
@ApplicationScoped
public class Quotes {
  private final QuoteTable table;
  private final Prices prices;
  private final HopTimings hops;
  private final Duration hold;
  private final Clock clock = Clock.systemUTC();

  /** For the container's client proxy. */
  protected Quotes() {
    this(null, null, null, 0);
  }

  /**
   * @param holdSeconds how long a quote stands that is not confirmed
   */
  @Inject
  public Quotes(
      QuoteTable table,
      Prices prices,
      HopTimings hops,
      @ConfigProperty(name = "baton.hold.seconds", defaultValue = "300") long holdSeconds) {
    this.table = table;
    this.prices = prices;
    this.hops = hops;
    this.hold = Duration.ofSeconds(holdSeconds);
  }

  /** The price that is or was fixed for an order. */
  public Optional<Quote> find(OrderId order, Sku sku) {
    return table.find(order.value(), sku.value());
  }

  /**
   * Fixes the caller's price for an order. The same again holds it for longer.
   *
   * @throws ProblemException 404 for an unknown article, 409 for an order that has another quote or
   *     a released one
   */
  public Quote hold(OrderId order, Sku sku, String subject) {
    PriceList list =
        prices
            .find(sku.value())
            .orElseThrow(() -> ProblemException.notFound("There is no price for this SKU."));
    return hops.timed("db", () -> atOnce(() -> table.hold(order.value(), list, subject, until())));
  }

  /**
   * Makes a quote last.
   *
   * @throws ProblemException 403 for another's, 404 where there is none, 409 where it was released
   */
  public void confirm(OrderId order, Sku sku, Access access) {
    table.confirm(order.value(), sku.value(), access);
  }

  /**
   * Ends a quote for good.
   *
   * @throws ProblemException 403 for another's
   */
  public void release(OrderId order, Sku sku, Access access) {
    table.release(order.value(), sku.value(), access);
  }

  void expire(@Observes Round round) {
    table.expire(now());
  }

  /** Who comes second of two at the same time finds what the first has made. */
  private static Quote atOnce(Supplier<Quote> hold) {
    try {
      return hold.get();
    } catch (PersistenceException another) {
      return hold.get();
    }
  }

  private LocalDateTime until() {
    return now().plus(hold);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
