package dev.baton.kit.token;

import dev.baton.kit.health.HealthServlet;
import dev.baton.kit.problem.ProblemWriter;
import dev.baton.kit.problem.TraceId;
import dev.baton.kit.trace.HopSpans;
import dev.baton.kit.trace.LoggedTrace;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * The door of every hop: nothing behind it runs for a request whose token was not verified here.
 *
 * <p>Every refusal is 401 with a challenge (RFC 6750 section 3) and a problem document, is counted
 * by its cause, and leaves one audit line; an accepted request leaves one too. The paths of health
 * checks need no token.
 */
public class TokenGuard extends HttpFilter {

  private static final int AUDIT_FILES = 5;

  @Inject private transient MetricRegistry metrics;
  @Inject private transient HopSpans spans;
  @Inject private transient Instance<RevokedTokens> revokedTokens;
  @Inject private transient Instance<RefusalLimit> refusalLimit;

  private transient PublishedKeys keys;
  private transient TokenVerification verification;
  private transient Audit audit;
  private transient AuditFile auditFile;
  private transient Consumer<Refusal> counters;
  private transient RefusalLimit limit;

  /** Made by the container. */
  public TokenGuard() {}

  TokenGuard(
      TokenVerification verification, Audit audit, Consumer<Refusal> counters, RefusalLimit limit) {
    this.verification = verification;
    this.audit = audit;
    this.counters = counters;
    this.limit = limit;
    this.spans = new HopSpans();
  }

  @Override
  public void init() {
    TokenSettings settings = TokenSettings.from(ConfigProvider.getConfig());
    Clock clock = Clock.systemUTC();
    keys =
        settings
            .configuredKey()
            .<PublishedKeys>map(pem -> ConfiguredKey.of(pem, settings.algorithm()))
            .orElseGet(() -> published(settings));
    RevokedTokens revoked = revokedTokens.isResolvable() ? revokedTokens.get() : token -> false;
    verification = new TokenVerification(settings, keys, revoked, clock);
    auditFile = new AuditFile(settings.auditFile(), settings.auditBytes(), AUDIT_FILES);
    audit = new Audit(settings.tier(), settings.instance(), clock, auditFile::append);
    counters = new RefusalCounters(metrics)::count;
    limit = refusalLimit.isResolvable() ? refusalLimit.get() : (request, response) -> false;
    KeysReadiness.use(keys);
    LoggedTrace.begin(settings.tier(), settings.instance());
  }

  @Override
  public void destroy() {
    keys.stop();
    auditFile.close();
    LoggedTrace.end();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HealthServlet.isAskedBy(request)) {
      chain.doFilter(request, response);
      return;
    }
    String raw = null;
    LoggedTrace.enter(TraceId.of(request));
    try {
      raw = BearerToken.in(request.getHeaders("Authorization"));
      letIn(verification.verify(raw, request, response), request, response, chain);
    } catch (TokenRefusedException e) {
      refuse(e, raw, request, response);
    } finally {
      LoggedTrace.leave();
    }
  }

  private void letIn(
      VerifiedToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    audit.accepted(request, token);
    request.setAttribute(VerifiedToken.ATTRIBUTE, token);
    token.enter();
    try {
      chain.doFilter(new VerifiedRequest(request, token), response);
    } finally {
      VerifiedToken.leave();
    }
  }

  private void refuse(
      TokenRefusedException refused,
      String raw,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Refusal refusal = refused.refusal();
    counters.accept(refusal);
    spans.refused(TraceId.traceparent(request), request.getMethod(), refusal.cause());
    audit.refused(request, refused, raw == null ? null : TokenFingerprint.of(raw));
    // what the container set for its own refusal goes
    response.reset();
    if (limit.answered(request, response)) {
      return;
    }
    response.setHeader("WWW-Authenticate", refusal.challenge());
    ProblemWriter.write(request, response, 401, refusal.description());
  }

  private PublishedKeys published(TokenSettings settings) {
    return new JwksKeys(
            counted(new HttpKeyServer(settings.keyServer())),
            settings.algorithms(),
            settings.keyInterval(),
            settings.keyOutage(),
            PublicKeyText::publish)
        .start();
  }

  private KeyServer counted(KeyServer server) {
    Counter fetches = metrics.counter("baton_jwks_fetches");
    return () -> {
      fetches.inc();
      return server.fetch();
    };
  }
}
