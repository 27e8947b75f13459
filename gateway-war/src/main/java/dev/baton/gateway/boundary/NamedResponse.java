package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer that keeps the request's id, and what browsers need, whoever writes it. */
final class NamedResponse extends HttpServletResponseWrapper {

  private final HttpServletRequest request;
  private final String id;
  private final Cors cors;

  NamedResponse(HttpServletResponse response, HttpServletRequest request, String id, Cors cors) {
    super(response);
    this.request = request;
    this.id = id;
    this.cors = cors;
  }

  void name() {
    setHeader(RequestId.HEADER, id);
    cors.mark(request, this);
  }

  @Override
  public void reset() {
    super.reset();
    name();
  }
}
