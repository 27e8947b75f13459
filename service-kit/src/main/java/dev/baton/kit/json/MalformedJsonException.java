package dev.baton.kit.json;

/** A text is not the strict JSON that was asked for; the message never quotes the text. */
public final class MalformedJsonException extends Exception {

  /** Says what is wrong, without a word of the text. */
  public MalformedJsonException(String message) {
    super(message, null, false, false);
  }
}
