package dev.baton.kit.token;

/**
 * A request is not let in; carries the one cause, and of the token nothing but a verified subject.
 */
public final class TokenRefusedException extends Exception {

  private final Refusal refusal;
  private final String subject;

  /** Refuses a token that was not verified. */
  public TokenRefusedException(Refusal refusal) {
    this(refusal, null);
  }

  /** Refuses a verified token of this subject. */
  public TokenRefusedException(Refusal refusal, String subject) {
    super(refusal.description(), null, false, false);
    this.refusal = refusal;
    this.subject = subject;
  }

  /** The cause. */
  public Refusal refusal() {
    return refusal;
  }

  /** Whose token it was; null when it was not verified. */
  public String subject() {
    return subject;
  }
}
