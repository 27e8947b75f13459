package dev.baton.stock.control;

import dev.baton.kit.problem.ProblemException;

/**
 * Who asks, as far as it matters for the reservation of an order.
 *
 * @param subject the token's
 * @param everybodys whether others' orders are this one's business too: a clerk's, the reconciler's
 */
public record Access(String subject, boolean everybodys) {

  /**
   * @throws ProblemException 403 for what is neither one's own nor one's business
   */
  void require(boolean own) {
    if (!own && !everybodys) {
      throw ProblemException.forbidden("This order belongs to another customer.");
    }
  }
}
