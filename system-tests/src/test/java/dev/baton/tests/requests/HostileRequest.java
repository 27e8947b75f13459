package dev.baton.tests.requests;

/**
 * A request that no decent client sends.
 *
 * @param name what is wrong with it
 * @param verdict who has to refuse it
 * @param text each character is one byte
 */
public record HostileRequest(String name, Verdict verdict, String text) {

  /** Who has to refuse a request. */
  public enum Verdict {
    /** Everybody, with a 4xx or by ending the connection. */
    EVERYBODY,
    /**
     * The load balancer; a server alone may read it as HTTP was read of old, or end the connection.
     */
    THE_FRONT,
    /**
     * The load balancer; a server alone does not see the length that is none, and takes the body
     * for another request of the same sender, whose token it verifies (docs/security.md).
     */
    THE_FRONT_ONLY,
    /** Nobody has to: it is read in one way, or the odd part of it is left out. */
    NOBODY
  }

  @Override
  public String toString() {
    return name;
  }
}
