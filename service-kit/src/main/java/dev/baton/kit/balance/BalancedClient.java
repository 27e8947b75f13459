package dev.baton.kit.balance;

import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calls one service on whichever of its instances is best, and once more on another where the first
 * did not answer or answered 503. Every call has to be idempotent. The time ends with the budget of
 * {@link CallSettings}; the circuit breaker belongs to the caller ({@code failOn =
 * NoAnswerException.class}).
 *
 * @param <W> the wire interface
 */
public final class BalancedClient<W> implements AutoCloseable {

  private static final int UNAVAILABLE = 503;

  private final String service;
  private final Instances instances;
  private final CallSettings settings;
  private final Map<URI, W> wires;
  private final RetryBudget retries = new RetryBudget();

  BalancedClient(
      String service, Instances instances, CallSettings settings, Function<URI, W> factory) {
    this.service = service;
    this.instances = instances;
    this.settings = settings;
    this.wires = instances.of(service).stream().collect(Collectors.toMap(uri -> uri, factory));
  }

  /**
   * Makes a call.
   *
   * @throws NoAnswerException (503) when no instance answered in time
   * @throws ProblemException what the service answered instead of a success; 503 for its 5xx
   */
  public <R> R call(Function<W, R> exchange) {
    long start = System.nanoTime();
    Choice first = instances.choose(service);
    try {
      return earned(attempt(first, exchange));
    } catch (ProblemException e) {
      Choice second = secondChoice(first, start, e).orElseThrow(() -> e);
      return attemptAfter(e, second, exchange);
    }
  }

  /** A 503 that the first has considered says more than that the second does not answer. */
  private <R> R attemptAfter(ProblemException failure, Choice second, Function<W, R> exchange) {
    try {
      return attempt(second, exchange);
    } catch (NoAnswerException none) {
      throw failure;
    }
  }

  private <R> R earned(R answer) {
    retries.earn();
    return answer;
  }

  private Optional<Choice> secondChoice(Choice first, long start, ProblemException failure) {
    if (!isUnavailable(failure) || !settings.allowsSecondTry(start) || !retries.spend()) {
      return Optional.empty();
    }
    return first.another();
  }

  private <R> R attempt(Choice choice, Function<W, R> exchange) {
    try {
      R answer = exchange.apply(wires.get(choice.uri()));
      choice.answered();
      return answer;
    } catch (WebApplicationException e) {
      tell(choice, e);
      throw e;
    } catch (ProcessingException e) {
      throw neverSent(e).orElseGet(() -> unanswered(choice, e));
    }
  }

  /** A refusal on this side of the wire, such as a missing token, is no fault of the instance. */
  private static Optional<WebApplicationException> neverSent(ProcessingException e) {
    return e.getCause() instanceof WebApplicationException refusal
        ? Optional.of(refusal)
        : Optional.empty();
  }

  private WebApplicationException unanswered(Choice choice, ProcessingException e) {
    choice.failed(String.valueOf(e.getCause()));
    return new NoAnswerException(e);
  }

  private static void tell(Choice choice, WebApplicationException problem) {
    if (isUnavailable(problem)) {
      choice.failed("it answers 503");
      return;
    }
    choice.answered();
  }

  private static boolean isUnavailable(WebApplicationException problem) {
    return problem.getResponse().getStatus() == UNAVAILABLE;
  }

  @Override
  public void close() {
    wires.values().forEach(BalancedClient::close);
  }

  private static void close(Object wire) {
    try {
      if (wire instanceof Closeable closeable) {
        closeable.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
