package dev.baton.kit.json;

/** A text is not the strict JSON that was asked for; the message never quotes the text. */
public final class MalformedJsonException extends Exception {

  MalformedJsonException(String message) {
    super(message, null, false, false);
  }
}
