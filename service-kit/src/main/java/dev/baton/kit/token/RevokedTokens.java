package dev.baton.kit.token;

/**
 * Tokens that were ended before their time. A WAR that knows any has one bean of this type; the
 * guard asks it for every request.
 */
public interface RevokedTokens {

  /** Whether this token was ended. Answers from memory. */
  boolean contains(VerifiedToken token);
}
