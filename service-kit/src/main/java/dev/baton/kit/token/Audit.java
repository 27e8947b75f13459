package dev.baton.kit.token;

import dev.baton.kit.json.JsonText;
import dev.baton.kit.problem.ShownPath;
import dev.baton.kit.problem.TraceId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** One line of JSON for every request that the guard lets in or refuses. */
final class Audit {

  private final String hop;
  private final String instance;
  private final Clock clock;
  private final Consumer<String> lines;

  Audit(String hop, String instance, Clock clock, Consumer<String> lines) {
    this.hop = hop;
    this.instance = instance;
    this.clock = clock;
    this.lines = lines;
  }

  void accepted(HttpServletRequest request, VerifiedToken token) {
    lines.accept(
        begun(request)
            .with("outcome", "accepted")
            .with("subject", token.subject())
            .with("groups", String.join(" ", token.groups()))
            .with("token", token.fingerprint())
            .toString());
  }

  void refused(HttpServletRequest request, TokenRefusedException refused, String fingerprint) {
    lines.accept(
        begun(request)
            .with("outcome", "refused")
            .with("cause", refused.refusal().cause())
            .with("subject", refused.subject())
            .with("token", fingerprint)
            .toString());
  }

  private JsonText begun(HttpServletRequest request) {
    return new JsonText()
        .with("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        .with("hop", hop)
        .with("instance", instance)
        .with("trace", TraceId.of(request))
        .with("method", request.getMethod())
        .with("path", ShownPath.of(request.getRequestURI()));
  }
}
