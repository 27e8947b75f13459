package dev.baton.gateway.entity;

/**
 * Whether a request is within its caller's rate.
 *
 * @param policy the policy
 * @param allowed whether it is
 * @param remaining how many more may follow at once, as far as this gateway knows
 * @param retrySeconds after how many seconds the next one is allowed
 * @param resetSeconds after how many seconds without a request the whole quota is there again
 */
public record RateVerdict(
    RatePolicy policy, boolean allowed, long remaining, long retrySeconds, long resetSeconds) {

  /** Within a policy that limits nothing, or cannot be asked now. */
  public static RateVerdict unlimited(RatePolicy policy) {
    return new RateVerdict(policy, true, policy.quota(), 0, 0);
  }

  /** The value of RateLimit (draft-ietf-httpapi-ratelimit-headers). */
  public String field() {
    return "\"" + policy.name() + "\";r=" + remaining + ";t=" + resetSeconds;
  }
}
