package dev.baton.gateway.boundary;

import dev.baton.gateway.control.Answer;
import dev.baton.gateway.control.BodyRefusedException;
import dev.baton.gateway.control.Forwarder;
import dev.baton.gateway.control.GatewaySettings;
import dev.baton.gateway.control.OutboundRequest;
import dev.baton.gateway.control.RateLimits;
import dev.baton.gateway.control.RouteTable;
import dev.baton.gateway.entity.MalformedTargetException;
import dev.baton.gateway.entity.PublicLocation;
import dev.baton.gateway.entity.RateVerdict;
import dev.baton.gateway.entity.RequestTarget;
import dev.baton.gateway.entity.Route;
import dev.baton.gateway.entity.Routes;
import dev.baton.kit.balance.Instances;
import dev.baton.kit.hops.HopVisibility;
import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.problem.ProblemWriter;
import dev.baton.kit.token.VerifiedToken;
import dev.baton.kit.trace.CurrentSpan;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Takes every request that the token guard let pass, and answers it with what a service says. */
public class ProxyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(ProxyServlet.class.getName());
  private static final int LONGEST_TARGET = 8192;
  private static final Set<String> METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
  private static final String ALLOW = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

  @Inject private transient GatewaySettings settings;
  @Inject private transient Forwarder forwarder;
  @Inject private transient Instances instances;
  @Inject private transient RateLimits rates;
  @Inject private transient RouteTable table;
  @Inject private transient HopVisibility visibility;

  private transient Routes routes;
  private transient Inbound inbound;
  private transient Outbound outbound;

  @Override
  public void init() {
    routes = table.routes();
    inbound = new Inbound(settings.trustedProxies(), settings.bodyLimits());
    outbound = new Outbound(new PublicLocation(routes, internalAuthorities()));
    forwarder.warmUp();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      requirePath(request);
      CurrentSpan.saw(VerifiedToken.of(request).fingerprint());
      requireRoutes();
      requireRate(request, response);
      proxy(request, response, System.nanoTime());
    } catch (MalformedTargetException e) {
      ProblemWriter.write(request, response, 400, e.getMessage());
    } catch (BodyRefusedException e) {
      response.setHeader("Connection", "close");
      ProblemWriter.write(request, response, e.status(), e.getMessage());
    } catch (ProblemException e) {
      Problems.write(request, response, e);
    } catch (IOException e) {
      // the user is gone or the service broke off: with the length announced, the container cuts
      // the connection, so that nobody takes the part for the whole
      LOG.log(Level.FINE, "An answer was not delivered", e);
    }
  }

  /** Only here because the container answers TRACE itself unless a servlet says that it does. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    service(request, response);
  }

  /** The container calls no filter for the target that is a star, so no token was verified. */
  private static void requirePath(HttpServletRequest request) {
    if (VerifiedToken.of(request) == null) {
      throw new MalformedTargetException("The path does not begin with a slash.");
    }
  }

  private void requireRoutes() {
    if (!table.isUsable()) {
      throw ProblemException.unavailable("The gateway has no routes.", 1);
    }
  }

  private void requireRate(HttpServletRequest request, HttpServletResponse response) {
    RateVerdict verdict = rates.ofSubject(VerifiedToken.of(request).subject());
    RateFields.set(verdict, response);
    if (!verdict.allowed()) {
      throw ProblemException.tooManyRequests(
          "You ask more often than you may.", verdict.retrySeconds());
    }
  }

  private void proxy(HttpServletRequest request, HttpServletResponse response, long start)
      throws IOException {
    if (!METHODS.contains(request.getMethod())) {
      Problems.methodNotAllowed(request, response, ALLOW);
      return;
    }
    if (isTooLong(request.getRequestURI()) || isTooLong(request.getQueryString())) {
      ProblemWriter.write(request, response, 414, null);
      return;
    }
    RequestTarget target = RequestTarget.of(request.getRequestURI(), request.getQueryString());
    Optional<Route> route = routes.find(target.path());
    if (route.isEmpty()) {
      ProblemWriter.write(request, response, 404, "There is nothing at this path.");
      return;
    }
    OutboundRequest call = inbound.outbound(request, target, route.get());
    long sent = System.nanoTime();
    try (Answer answer = forwarder.forward(call)) {
      if (isTold(request)) {
        String handedOn = answer.header("Server-Timing");
        response.setHeader(
            "Server-Timing", GatewayHops.header(VerifiedToken.of(request), start, sent, handedOn));
      }
      outbound.write(answer, response);
    }
  }

  private boolean isTold(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof JsonWebToken user && visibility.allows(user);
  }

  private static boolean isTooLong(String text) {
    return text != null && text.length() > LONGEST_TARGET;
  }

  private Set<String> internalAuthorities() {
    return routes.services().stream()
        .flatMap(service -> instances.of(service).stream())
        .map(URI::getRawAuthority)
        .collect(Collectors.toSet());
  }
}
