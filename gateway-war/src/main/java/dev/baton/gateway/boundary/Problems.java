package dev.baton.gateway.boundary;

import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests with what a {@link ProblemException} says. */
final class Problems {

  private Problems() {}

  static void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    problem
        .getResponse()
        .getStringHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    ProblemWriter.write(request, response, problem.getResponse().getStatus(), problem.detail());
  }

  static void methodNotAllowed(
      HttpServletRequest request, HttpServletResponse response, String allow) throws IOException {
    response.setHeader("Allow", allow);
    ProblemWriter.write(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, null);
  }
}
