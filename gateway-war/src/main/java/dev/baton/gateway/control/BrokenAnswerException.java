package dev.baton.gateway.control;

import java.io.IOException;

/** A service's answer ended before its time; what the user got of it must not look complete. */
public class BrokenAnswerException extends IOException {

  BrokenAnswerException(IOException cause) {
    super("The answer broke off", cause);
  }
}
