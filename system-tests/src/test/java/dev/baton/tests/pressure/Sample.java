package dev.baton.tests.pressure;

import dev.baton.tests.balancer.Reply;
import java.time.Duration;

/**
 * One request.
 *
 * @param failure empty when there was an answer
 * @param took from the first byte sent to the last that came
 */
record Sample(Reply reply, String failure, Duration took) {

  boolean isGood() {
    return failure.isEmpty() && reply.status() == 200;
  }

  /** Sent away as one should be: 429 or 503, with the time to come again (RFC 9110 10.2.3). */
  boolean isSentAway() {
    return failure.isEmpty()
        && (reply.status() == 429 || reply.status() == 503)
        && reply.saysWhenToComeAgain();
  }

  @Override
  public String toString() {
    return (failure.isEmpty() ? reply : failure) + " after " + took.toMillis() + " ms";
  }
}
