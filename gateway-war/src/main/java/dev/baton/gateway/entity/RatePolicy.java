package dev.baton.gateway.entity;

import java.time.Duration;

/**
 * How many requests one caller may make.
 *
 * @param name whose requests are counted: a word
 * @param quota how many; 0 for as many as one likes
 * @param window in which they may be made; what was spent comes back evenly over it
 */
public record RatePolicy(String name, long quota, Duration window) {

  /**
   * @throws IllegalArgumentException for a negative quota or a window shorter than a second
   */
  public RatePolicy {
    if (quota < 0 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("Not a rate: " + quota + " in " + window);
    }
  }

  /** Whether anything is limited. */
  public boolean isOn() {
    return quota > 0;
  }

  /** The value of RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers). */
  public String field() {
    return "\"" + name + "\";q=" + quota + ";w=" + window.toSeconds();
  }
}
