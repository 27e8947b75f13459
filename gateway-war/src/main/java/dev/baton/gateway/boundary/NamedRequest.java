package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.RequestId;
import dev.baton.gateway.entity.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose trace and id are the gateway's, whatever came. */
final class NamedRequest extends HttpServletRequestWrapper {

  private final String traceParent;
  private final String id;

  NamedRequest(HttpServletRequest request, String traceParent, String id) {
    super(request);
    this.traceParent = traceParent;
    this.id = id;
  }

  @Override
  public String getHeader(String name) {
    if (TraceParent.HEADER.equalsIgnoreCase(name)) {
      return traceParent;
    }
    return RequestId.HEADER.equalsIgnoreCase(name) ? id : super.getHeader(name);
  }
}
