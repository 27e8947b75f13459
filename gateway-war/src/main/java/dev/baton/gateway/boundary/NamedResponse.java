package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer that keeps the request's id whoever writes it. */
final class NamedResponse extends HttpServletResponseWrapper {

  private final String id;

  NamedResponse(HttpServletResponse response, String id) {
    super(response);
    this.id = id;
  }

  void name() {
    setHeader(RequestId.HEADER, id);
  }

  @Override
  public void reset() {
    super.reset();
    name();
  }
}
