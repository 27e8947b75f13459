package dev.baton.tests.tokens;

/**
 * A request's credentials that nobody may accept.
 *
 * @param name what is wrong
 * @param cause the cause of refusal that a hop names
 * @param fields header fields, each with its line end
 */
public record Hostile(String name, String cause, String fields) {

  /** A token in its usual place. */
  static Hostile token(String name, String cause, String token) {
    return new Hostile(
        name, cause, "Authorization: Bearer " + UsedTokens.remembered(token) + "\r\n");
  }

  @Override
  public String toString() {
    return name;
  }
}
