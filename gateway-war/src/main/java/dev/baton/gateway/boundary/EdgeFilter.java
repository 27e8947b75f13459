package dev.baton.gateway.boundary;

import dev.baton.gateway.entity.RequestId;
import dev.baton.gateway.entity.TraceParent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The first to see a request, before the token guard: gives it a place in a trace and a name, so
 * that refusals have them too.
 */
public class EdgeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String trace = TraceParent.keptOrNew(request.getHeader(TraceParent.HEADER));
    String id = RequestId.keptOrNew(request.getHeader(RequestId.HEADER));
    NamedResponse named = new NamedResponse(response, id);
    named.name();
    chain.doFilter(new NamedRequest(request, trace, id), named);
  }
}
