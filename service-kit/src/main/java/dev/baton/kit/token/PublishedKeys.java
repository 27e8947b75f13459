package dev.baton.kit.token;

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

  /** Stops whatever keeps the keys fresh. */
  default void stop() {}
}
