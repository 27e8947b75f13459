package dev.baton.kit.token;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens whose signature was verified in this process, each with the key that signed it.
 *
 * <p>A token is known by all its bytes and only together with its key: a key that is withdrawn and
 * published again has signed nothing yet. What is known of a token ends there; its times, its
 * audience and whether it was ended are asked at every request.
 */
final class KnownTokens {

  private final int kept;

  private volatile Map<TokenDigest, PublishedKey> recent = new ConcurrentHashMap<>();
  private volatile Map<TokenDigest, PublishedKey> older = Map.of();

  /**
   * @param kept so many of the tokens that came last are known, at most twice as many are held; 0
   *     for none
   */
  KnownTokens(int kept) {
    this.kept = kept;
  }

  boolean contains(TokenDigest token, PublishedKey key) {
    if (recent.get(token) == key) {
      return true;
    }
    if (older.get(token) != key) {
      return false;
    }
    add(token, key);
    return true;
  }

  void add(TokenDigest token, PublishedKey key) {
    if (kept == 0) {
      return;
    }
    if (recent.size() >= kept) {
      turn();
    }
    recent.put(token, key);
  }

  private synchronized void turn() {
    if (recent.size() >= kept) {
      older = recent;
      recent = new ConcurrentHashMap<>();
    }
  }

  /** How many are held. */
  int size() {
    return recent.size() + older.size();
  }
}
