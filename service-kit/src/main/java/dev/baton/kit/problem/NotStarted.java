package dev.baton.kit.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a server says, with status 404, while its application is not there yet: nothing was looked
 * for, and another instance may have it. The words are those of {@code base.xml}.
 */
public final class NotStarted {
  private static final int STATUS = 404;
  private static final String WORDS = "The application is not started.";

  private NotStarted() {}

  /** Whether an answer says so. */
  public static boolean isToldBy(int status, byte[] body) {
    return status == STATUS && new String(body, ISO_8859_1).contains(WORDS);
  }
}
