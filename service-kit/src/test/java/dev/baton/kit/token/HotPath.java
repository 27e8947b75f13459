package dev.baton.kit.token;

import dev.baton.kit.Servlets;
import dev.baton.kit.hops.ServerTiming;
import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What every hop does for every request, each part by itself. */
@State(Scope.Thread)
public class HotPath {

  private static final byte[] ANSWER =
      """
      {"sku":"SKU-0000","available":100,"price":{"sku":"SKU-0000","cents":1999,"currency":"EUR"}}
      """
          .strip()
          .getBytes(StandardCharsets.UTF_8);

  private final String raw = new TestToken().build();
  private final Servlets call = new Servlets();
  private final HttpServletRequest request = call.request();
  private final HttpServletResponse response = call.response();
  private final MultivaluedMap<String, String> incoming = new MultivaluedHashMap<>();
  private final TokenPropagation propagation = new TokenPropagation();

  private TokenVerification verification;
  private VerifiedToken token;
  private Audit audit;
  private Consumer<String> lines;

  /** The token has been seen before. */
  @Setup
  public void know(Blackhole sink) throws TokenRefusedException, IOException {
    GuardedHop hop = new GuardedHop();
    verification = hop.verification();
    call.authentication(() -> new GuardedHop.Principal(raw));
    token = verification.verify(raw, request, response);
    token.enter();
    incoming.putSingle("Authorization", "Bearer " + raw);
    incoming.putSingle("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    call.header("traceparent", incoming.getFirst("traceparent"));
    lines = sink::consume;
    audit = new Audit("service-a", "service-a-1", Clock.systemUTC(), line -> lines.accept(line));
  }

  @TearDown
  public void leave() {
    VerifiedToken.leave();
  }

  /** Form, header, claims, times, key, memory. */
  @Benchmark
  public VerifiedToken verification() throws TokenRefusedException, IOException {
    return verification.verify(raw, request, response);
  }

  /** The token and the trace for the next service. */
  @Benchmark
  public MultivaluedMap<String, String> propagation() {
    return propagation.update(incoming, incoming);
  }

  /** One line of the audit log. */
  @Benchmark
  public void audit() {
    audit.accepted(request, token);
  }

  /** An answer of the next service. */
  @Benchmark
  public Map<String, Object> json() throws MalformedJsonException {
    return StrictJson.object(ANSWER);
  }

  /** What an operator is told. */
  @Benchmark
  public String timing() {
    return new ServerTiming()
        .add("service-a.verify", "ba7816bf8f01cfea", 12_345)
        .add("service-a.cache", "hit", 23_456)
        .add("service-a.call", "", 3_456_789)
        .addAll("service-b.total;dur=2.000")
        .toString();
  }
}
