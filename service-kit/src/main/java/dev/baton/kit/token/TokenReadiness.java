package dev.baton.kit.token;

/** Whether tokens can be verified at all: without any key every user would be refused. */
public final class TokenReadiness {

  private static volatile PublishedKeys keys;

  private TokenReadiness() {}

  static void use(PublishedKeys used) {
    keys = used;
  }

  /** Whether a key is known; meant for a readiness check. */
  public static boolean isReady() {
    return keys != null && keys.isReady();
  }
}
