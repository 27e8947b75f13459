package dev.baton.stock.entity;

import dev.baton.kit.problem.ProblemException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The number of an article.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or digit
 */
@Schema(
    name = "Sku",
    description = "The number of an article",
    type = SchemaType.STRING,
    pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
    examples = "SKU-0000")
public record Sku(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * @throws ProblemException 400 if the value has another form
   */
  public Sku {
    if (!FORM.matcher(value).matches()) {
      throw ProblemException.badRequest(
          "A SKU has 1 to 64 letters, digits, dots, underscores or hyphens.");
    }
  }

  /** Called by Jakarta REST for path parameters. */
  public static Sku fromString(String value) {
    return new Sku(value);
  }
}
