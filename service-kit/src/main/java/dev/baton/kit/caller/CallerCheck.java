package dev.baton.kit.caller;

import dev.baton.kit.health.HealthServlet;
import dev.baton.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * With mutual TLS between the tiers ({@code baton.internal.tls=on}), lets in whose certificate
 * bears one of the names in {@code baton.callers}; anybody else is answered 403, whatever token
 * comes along. That the certificate is of our authority is the container's to verify, at the
 * handshake. Health is told to every certificate of ours.
 */
public class CallerCheck extends HttpFilter {

  private static final Logger LOG = Logger.getLogger(CallerCheck.class.getName());

  private boolean asked;
  private transient Set<String> expected = Set.of();

  /** Made by the container. */
  public CallerCheck() {}

  CallerCheck(Set<String> expected) {
    this.asked = true;
    this.expected = expected;
  }

  /**
   * @throws java.util.NoSuchElementException when certificates are asked for and no caller is named
   */
  @Override
  public void init() {
    Config config = ConfigProvider.getConfig();
    asked = "on".equals(config.getOptionalValue("baton.internal.tls", String.class).orElse("off"));
    if (asked) {
      expected = Set.of(config.getValue("baton.callers", String[].class));
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!asked || HealthServlet.isAskedBy(request) || isExpected(request)) {
      chain.doFilter(request, response);
      return;
    }
    ProblemWriter.write(request, response, 403, "This service is not open to this caller.");
  }

  private boolean isExpected(HttpServletRequest request) {
    Set<String> names = CallerNames.of(request);
    if (!Collections.disjoint(names, expected)) {
      return true;
    }
    LOG.log(Level.WARNING, "Refused a caller whose certificate is for {0}", names);
    return false;
  }
}
