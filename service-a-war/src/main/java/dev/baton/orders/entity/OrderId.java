package dev.baton.orders.entity;

import dev.baton.kit.problem.ProblemException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The number of an order.
 *
 * @param value 1 or more
 */
@Schema(
    name = "OrderId",
    description = "1 or more, at most 18 digits",
    type = SchemaType.INTEGER,
    format = "int64",
    minimum = "1",
    examples = "1")
public record OrderId(long value) {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * Called by Jakarta REST for path parameters.
   *
   * @throws ProblemException 400 if the text is not a positive decimal number of at most 18 digits
   */
  public static OrderId fromString(String text) {
    if (!FORM.matcher(text).matches()) {
      throw ProblemException.badRequest("An order's id is a positive number of at most 18 digits.");
    }
    return new OrderId(Long.parseLong(text));
  }
}
