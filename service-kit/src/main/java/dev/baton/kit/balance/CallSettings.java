package dev.baton.kit.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a call to another service may take, and how many may be under way. */
@ApplicationScoped
public class CallSettings {

  private final Duration connect;
  private final Duration read;
  private final Duration budget;
  private final Duration rest;
  private final int connections;

  /** For the container's proxy. */
  protected CallSettings() {
    this(0, 0, 0, 0, 0);
  }

  /**
   * All times in milliseconds.
   *
   * @param connect until the connection stands, and between two steps of its TLS handshake
   * @param read between two reads of the answer
   * @param budget for the whole call: a second try starts only where a full read still fits in
   * @param rest for which a failing instance is left alone
   * @param connections the pool for each instance
   */
  @Inject
  public CallSettings(
      @ConfigProperty(name = "baton.call.connect.ms", defaultValue = "1000") long connect,
      @ConfigProperty(name = "baton.call.read.ms", defaultValue = "1000") long read,
      @ConfigProperty(name = "baton.call.budget.ms", defaultValue = "3000") long budget,
      @ConfigProperty(name = "baton.call.rest.ms", defaultValue = "2000") long rest,
      @ConfigProperty(name = "baton.call.connections", defaultValue = "200") int connections) {
    this.connect = Duration.ofMillis(connect);
    this.read = Duration.ofMillis(read);
    this.budget = Duration.ofMillis(budget);
    this.rest = Duration.ofMillis(rest);
    this.connections = connections;
  }

  /** Until the connection stands. */
  public Duration connect() {
    return connect;
  }

  /** Between two reads of the answer. */
  public Duration read() {
    return read;
  }

  /** For the whole call. */
  public Duration budget() {
    return budget;
  }

  /** For which a failing instance is left alone. */
  public Duration rest() {
    return rest;
  }

  /** The pool for each instance. */
  public int connections() {
    return connections;
  }

  /** Whether a second try still fits into the budget of a call that began at that nano time. */
  public boolean allowsSecondTry(long startNanos) {
    return System.nanoTime() - startNanos + read.toNanos() <= budget.toNanos();
  }
}
