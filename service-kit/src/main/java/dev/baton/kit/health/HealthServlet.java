package dev.baton.kit.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * {@code /health/ready}, {@code /health/live} and {@code /health/started} of this application
 * (MicroProfile Health 4.0, section 5), for the balancers in front.
 *
 * <p>Liberty's own health pages stand with the rest of its management pages on the operators' port,
 * where a balancer has no business. The names of the checks and their outcome are told, their
 * details are not.
 */
@WebServlet({"/health", "/health/live", "/health/ready", "/health/started"})
public class HealthServlet extends HttpServlet {
  private static final Set<String> PATHS =
      Set.of(HealthServlet.class.getAnnotation(WebServlet.class).value());

  private final transient Instance<HealthCheck> ready;
  private final transient Instance<HealthCheck> live;
  private final transient Instance<HealthCheck> started;

  @Inject
  public HealthServlet(
      @Readiness Instance<HealthCheck> ready,
      @Liveness Instance<HealthCheck> live,
      @Startup Instance<HealthCheck> started) {
    this.ready = ready;
    this.live = live;
    this.started = started;
  }

  /** Whether a request reads exactly one of these pages, which are open to whoever gets here. */
  public static boolean isAskedBy(HttpServletRequest request) {
    boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    return reads && PATHS.contains(request.getRequestURI());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<HealthCheckResponse> checks =
        checksOf(request.getServletPath()).map(HealthCheck::call).toList();
    boolean up = checks.stream().allMatch(check -> check.getStatus() == Status.UP);
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(json(up, checks));
  }

  private Stream<HealthCheck> checksOf(String path) {
    return switch (path) {
      case "/health/live" -> live.stream();
      case "/health/ready" -> ready.stream();
      case "/health/started" -> started.stream();
      default -> Stream.of(live, ready, started).flatMap(Instance::stream);
    };
  }

  private static String json(boolean up, List<HealthCheckResponse> checks) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    checks.forEach(
        check ->
            list.add(
                Json.createObjectBuilder()
                    .add("name", check.getName())
                    .add("status", check.getStatus().name())));
    return Json.createObjectBuilder()
        .add("status", (up ? Status.UP : Status.DOWN).name())
        .add("checks", list)
        .build()
        .toString();
  }
}
