package dev.baton.tests.tokens;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every token that a test of this run has had in its hands. */
public final class UsedTokens {

  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  private UsedTokens() {}

  /** Remembers a token, and returns it. */
  public static String remembered(String token) {
    ALL.add(token);
    return token;
  }

  /** All of them so far. */
  public static Set<String> all() {
    return Set.copyOf(ALL);
  }
}
