package dev.baton.gateway.control;

import java.io.IOException;

/** A request's body that is not handed on, by the fault of whoever sent it. */
public class BodyRefusedException extends IOException {

  private final int status;

  /** A refusal with a status of the 4xx class; the message may be shown. */
  BodyRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** 413 where the body is too large, 408 where it comes too slowly, 400 where it breaks off. */
  public int status() {
    return status;
  }
}
