package dev.baton.gateway.boundary;

import dev.baton.gateway.control.BodyLimits;
import dev.baton.gateway.control.OutboundRequest;
import dev.baton.gateway.control.RequestBody;
import dev.baton.gateway.entity.Caller;
import dev.baton.gateway.entity.HeaderRules;
import dev.baton.gateway.entity.RequestId;
import dev.baton.gateway.entity.RequestTarget;
import dev.baton.gateway.entity.Route;
import dev.baton.gateway.entity.TraceParent;
import dev.baton.gateway.entity.TrustedProxies;
import dev.baton.kit.trace.CurrentSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** Turns what came from the balancer into what goes to a service. */
record Inbound(TrustedProxies proxies, BodyLimits limits) {

  OutboundRequest outbound(HttpServletRequest request, RequestTarget target, Route route)
      throws IOException {
    return new OutboundRequest(
        request.getMethod(),
        route.service(),
        target.withPath(Route.internal(target.path())),
        headers(request),
        body(request));
  }

  private List<Header> headers(HttpServletRequest request) {
    List<Header> headers = new ArrayList<>(16);
    Set<String> connection = ConnectionNames.of(request.getHeaders("Connection"));
    for (String name : iterable(request.getHeaderNames())) {
      if (HeaderRules.passesIn(name, connection)) {
        for (String value : iterable(request.getHeaders(name))) {
          headers.add(new BasicHeader(name, value));
        }
      }
    }
    addOurs(request, headers);
    return headers;
  }

  private void addOurs(HttpServletRequest request, List<Header> headers) {
    Caller caller = Callers.of(request, proxies);
    headers.add(new BasicHeader("Forwarded", caller.forwarded()));
    headers.add(new BasicHeader("X-Forwarded-For", caller.address()));
    headers.add(new BasicHeader("X-Forwarded-Proto", caller.scheme()));
    if (caller.host() != null) {
      headers.add(new BasicHeader("X-Forwarded-Host", caller.host()));
    }
    headers.add(new BasicHeader(TraceParent.HEADER, traceParent(request)));
    headers.add(new BasicHeader(RequestId.HEADER, request.getHeader(RequestId.HEADER)));
  }

  /** Where traces are kept, the gateway's span of this request stands before the service's. */
  private static String traceParent(HttpServletRequest request) {
    return CurrentSpan.traceparent().orElseGet(() -> request.getHeader(TraceParent.HEADER));
  }

  private RequestBody body(HttpServletRequest request) throws IOException {
    if (request.getMethod().equals("OPTIONS")) {
      return RequestBody.none();
    }
    long length = request.getContentLengthLong();
    if (length < 0 && request.getHeader("Transfer-Encoding") == null) {
      return RequestBody.none();
    }
    return RequestBody.read(request.getInputStream(), length, limits);
  }

  private static <T> Iterable<T> iterable(Enumeration<T> enumeration) {
    return enumeration::asIterator;
  }
}
