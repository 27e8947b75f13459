package dev.baton.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The container's error page: what it refuses or breaks on by itself is a problem document too. */
public class ProblemPage extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Problem problem = Problem.of(statusOf(request), null, ShownPath.of(path), TraceId.of(request));
    ProblemWriter.write(response, problem);
  }

  // asked for by its own address it is not there
  private static int statusOf(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer known && known >= 400 ? known : 404;
  }
}
