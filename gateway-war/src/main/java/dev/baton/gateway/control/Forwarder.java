package dev.baton.gateway.control;

import dev.baton.kit.balance.CallSettings;
import dev.baton.kit.balance.Choice;
import dev.baton.kit.balance.Instances;
import dev.baton.kit.balance.NoAnswerException;
import dev.baton.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sends a request to an instance of its service, and to another one where that is safe: the request
 * never left, or it is idempotent, its body is held, and the user has seen no byte of an answer.
 */
@ApplicationScoped
public class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class.getName());

  private final Engine engine;
  private final Instances instances;
  private final CallSettings calls;
  private final Map<String, Downstream> downstreams;

  /** For the container's proxy. */
  protected Forwarder() {
    this.engine = null;
    this.instances = null;
    this.calls = null;
    this.downstreams = Map.of();
  }

  @Inject
  public Forwarder(
      Engine engine,
      Instances instances,
      CallSettings calls,
      GatewaySettings settings,
      RouteTable table) {
    this.engine = engine;
    this.instances = instances;
    this.calls = calls;
    this.downstreams =
        table.routes().services().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    service ->
                        new Downstream(
                            service,
                            settings.bulkhead(),
                            settings.bulkheadWait(),
                            settings.circuitOpen())));
  }

  /**
   * Sends the request and returns the answer, to be closed by the caller.
   *
   * @throws ProblemException 503 when no instance answers in time, the circuit is open or the
   *     service has too much to do
   * @throws BodyRefusedException when the request's body breaks its limits on the way
   */
  public Answer forward(OutboundRequest request) throws BodyRefusedException {
    Downstream downstream = downstreams.get(request.service());
    downstream.enter(request);
    try {
      return outcome(downstream, attempts(downstream, request));
    } finally {
      downstream.leave(request);
    }
  }

  /**
   * Asks one instance of each service whether it lives, so that the first user does not wait until
   * all classes are loaded; what they answer does not matter.
   */
  public void warmUp() {
    for (Downstream downstream : downstreams.values()) {
      URI instance = instances.of(downstream.service()).get(0);
      try (Answer answer = engine.send(instance, OutboundRequest.probe(downstream.service()))) {
        LOG.log(Level.FINE, "{0} answers {1}", new Object[] {instance, answer.status()});
      } catch (IOException e) {
        LOG.log(Level.FINE, "{0} does not answer yet", instance);
      }
    }
  }

  private Attempt attempts(Downstream downstream, OutboundRequest request)
      throws BodyRefusedException {
    long start = System.nanoTime();
    Choice choice = instances.choose(downstream.service());
    Attempt first = attempt(choice, request);
    if (!first.mayBeFollowedByAnother(request) || !calls.allowsSecondTry(start)) {
      return first;
    }
    Optional<Choice> another = choice.another();
    if (another.isEmpty() || !(first.reachedNobody() || downstream.allowsSecondTry())) {
      return first;
    }
    return first.orBetter(attempt(another.get(), request));
  }

  private Attempt attempt(Choice choice, OutboundRequest request) throws BodyRefusedException {
    try {
      Answer answer = engine.send(choice.uri(), request);
      if (answer.isFromNoApplication()) {
        return notStarted(choice, answer);
      }
      tell(choice, answer);
      return new Attempt(answer, null);
    } catch (BodyRefusedException e) {
      choice.answered();
      throw e;
    } catch (IOException e) {
      choice.failed(e.toString());
      return new Attempt(null, e);
    }
  }

  private static Attempt notStarted(Choice choice, Answer answer) {
    answer.close();
    choice.failed("its application is not started");
    return new Attempt(null, new IOException("The application is not started"));
  }

  private static void tell(Choice choice, Answer answer) {
    if (answer.isUnavailable()) {
      choice.failed("it answers 503");
      return;
    }
    choice.answered();
  }

  private static Answer outcome(Downstream downstream, Attempt last) {
    if (last.answer() == null) {
      downstream.failed();
      throw new NoAnswerException(last.failure());
    }
    downstream.answered();
    return last.answer();
  }
}
