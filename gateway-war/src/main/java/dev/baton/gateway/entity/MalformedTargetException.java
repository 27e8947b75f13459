package dev.baton.gateway.entity;

/** A request target that the gateway does not hand on; the message may be shown. */
public class MalformedTargetException extends RuntimeException {

  /** Says what is wrong without repeating it. */
  public MalformedTargetException(String message) {
    super(message);
  }
}
