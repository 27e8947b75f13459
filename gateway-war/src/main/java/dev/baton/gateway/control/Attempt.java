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
    return request.isRepeatable() || wasNeverSent(failure);
  }

  /** Ends an answer that nobody will see. */
  void discard() {
    if (answer != null) {
      answer.close();
    }
  }

  /** Whether the failure came before the first byte of the request could leave. */
  static boolean wasNeverSent(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException;
  }
}
