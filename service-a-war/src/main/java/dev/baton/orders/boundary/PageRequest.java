package dev.baton.orders.boundary;

import dev.baton.kit.problem.ProblemException;

/**
 * Which part of a list is asked for (keyset paging).
 *
 * @param after only ids above this one, 0 or more
 * @param limit at most so many, 1 to 100
 */
record PageRequest(long after, int limit) {
  private static final int MOST = 100;

  /**
   * @throws ProblemException 400 if a number is missing its form or out of range
   */
  static PageRequest of(String after, String limit) {
    return new PageRequest(
        number("after", after, 0, Long.MAX_VALUE), (int) number("limit", limit, 1, MOST));
  }

  private static long number(String name, String text, long least, long most) {
    long number = parse(name, text);
    if (number < least || number > most) {
      throw outOfRange(name, least, most);
    }
    return number;
  }

  private static long parse(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw ProblemException.badRequest("The query parameter '" + name + "' is a whole number.");
    }
  }

  private static ProblemException outOfRange(String name, long least, long most) {
    return ProblemException.badRequest(
        "The query parameter '" + name + "' is between " + least + " and " + most + ".");
  }
}
