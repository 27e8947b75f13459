package dev.baton.gateway.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * What came of sending a request to one instance.
 *
 * @param answer null when there was none
 * @param failure why there was none, or null
 */
record Attempt(Answer answer, IOException failure) {

  /** Whether another instance may be asked. */
  boolean mayBeFollowedByAnother(OutboundRequest request) {
    if (answer != null) {
      return answer.isUnavailable() && request.isRepeatable();
    }
    return request.isRepeatable() || reachedNobody();
  }

  /** What the user is told: a 503 that somebody considered says more than no answer. */
  Attempt orBetter(Attempt second) {
    if (answer == null) {
      return second;
    }
    if (second.answer == null) {
      return this;
    }
    answer.close();
    return second;
  }

  /** Whether the failure came before the first byte of the request could leave. */
  boolean reachedNobody() {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException;
  }
}
