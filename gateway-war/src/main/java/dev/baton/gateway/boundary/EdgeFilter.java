package dev.baton.gateway.boundary;

import dev.baton.gateway.control.GatewaySettings;
import dev.baton.gateway.entity.RequestId;
import dev.baton.gateway.entity.TraceParent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The first to see a request, before the token guard: gives it a place in a trace and a name, so
 * that refusals have them too, and answers browsers that ask whether they may ask.
 */
public class EdgeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient GatewaySettings settings;

  private transient Cors cors;

  /**
   * @throws IllegalArgumentException when an allowed origin is none
   */
  @Override
  public void init() {
    cors = new Cors(settings.corsOrigins());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.keptOrNew(request.getHeader(RequestId.HEADER));
    String trace = TraceParent.keptOrNew(request.getHeader(TraceParent.HEADER), id);
    NamedRequest asked = new NamedRequest(request, trace, id);
    NamedResponse answer = new NamedResponse(response, asked, id, cors);
    answer.name();
    if (cors.isPreflight(asked)) {
      cors.answerPreflight(asked, answer);
      return;
    }
    chain.doFilter(asked, answer);
  }
}
