package dev.baton.kit.token;

import java.util.List;

/** The keys that tokens may be signed with now. Answers from memory: never waits for anybody. */
interface PublishedKeys {

  /**
   * Lets pass a token that a key signed which is published now and may sign it.
   *
   * @throws TokenRefusedException unknown key, unusable key or wrong signature
   */
  void requireSignature(CompactJws token) throws TokenRefusedException;

  /** Whether there is any key yet. */
  boolean isReady();

  /** The ids of the keys that may verify a token now, in order; none where keys have no ids. */
  default List<String> ids() {
    return List.of();
  }

  /** Stops whatever keeps the keys fresh. */
  default void stop() {}
}
