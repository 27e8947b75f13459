package dev.baton.kit.token;

import java.util.List;

/** The keys that tokens may be signed with now. Answers from memory: never waits for anybody. */
interface PublishedKeys {

  /**
   * The key that a token says it was signed with, when that is published now and may sign it.
   *
   * @throws TokenRefusedException unknown key or unusable key
   */
  PublishedKey keyOf(CompactJws token) throws TokenRefusedException;

  /** Whether there is any key yet. */
  boolean isReady();

  /** The ids of the keys that may verify a token now, in order; none where keys have no ids. */
  default List<String> ids() {
    return List.of();
  }

  /** Stops whatever keeps the keys fresh. */
  default void stop() {}
}
