package dev.baton.orders.entity;

import dev.baton.kit.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * By which a customer's request is known when it comes again
 * (draft-ietf-httpapi-idempotency-key-header, section 2). Each customer has keys of their own.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String value) {
  /** The request header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

  /**
   * The key of a request.
   *
   * @param values of the header; null or empty where there is none
   * @throws ProblemException 400 unless there is exactly one key of the right form
   */
  public static IdempotencyKey of(List<String> values) {
    if (values == null || values.size() != 1 || !FORM.matcher(values.get(0)).matches()) {
      throw ProblemException.badRequest(
          "The header '" + HEADER + "' is needed once, with 1 to 200 visible ASCII characters.");
    }
    return new IdempotencyKey(values.get(0));
  }
}
