package dev.baton.kit.token;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The token that the guard verified for the request that this thread works on.
 *
 * @param raw the very characters that came in
 * @param fingerprint its {@link TokenFingerprint}
 * @param subject the claim {@code sub}
 * @param verificationNanos how long the guard took, in nanoseconds
 */
public record VerifiedToken(
    String raw, String fingerprint, String subject, long verificationNanos) {

  /** The request attribute that holds the verified token. */
  public static final String ATTRIBUTE = VerifiedToken.class.getName();

  private static final ThreadLocal<VerifiedToken> CURRENT = new ThreadLocal<>();

  /**
   * The token that the guard verified for this request; null when it let a request pass without.
   */
  public static VerifiedToken of(HttpServletRequest request) {
    return (VerifiedToken) request.getAttribute(ATTRIBUTE);
  }

  /** The token of the request that this very thread serves; null on any other thread. */
  static VerifiedToken current() {
    return CURRENT.get();
  }

  void enter() {
    CURRENT.set(this);
  }

  static void leave() {
    CURRENT.remove();
  }

  /** Tells everything but the token. */
  @Override
  public String toString() {
    return "VerifiedToken[" + fingerprint + "]";
  }
}
