package dev.baton.kit.token;

import dev.baton.kit.problem.ProblemException;
import dev.baton.kit.problem.TraceId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Hands the user's token on to the next service: the very bytes that came in, and only where the
 * guard verified them for the request that this thread serves. On any other thread the call is not
 * made. Trace and request id travel too.
 */
public class TokenPropagation implements ClientHeadersFactory {

  private static final String SCHEME = "Bearer ";
  private static final List<String> ALONG = List.of(TraceId.HEADER, "X-Request-Id");

  /**
   * @throws ProblemException 401 when no token was verified for this request
   */
  @Override
  public MultivaluedMap<String, String> update(
      MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
    VerifiedToken token = VerifiedToken.current();
    if (token == null || !isSame(token, incoming)) {
      throw ProblemException.unauthorized(
          Refusal.MISSING.challenge(), "No token was verified for this call.");
    }
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle(HttpHeaders.AUTHORIZATION, SCHEME + token.raw());
    ALONG.forEach(name -> handOn(name, incoming, headers));
    return headers;
  }

  private static boolean isSame(VerifiedToken token, MultivaluedMap<String, String> incoming) {
    List<String> came = incoming.get(HttpHeaders.AUTHORIZATION);
    return came == null || (came.size() == 1 && came.get(0).endsWith(token.raw()));
  }

  private static void handOn(
      String name, MultivaluedMap<String, String> from, MultivaluedMap<String, String> to) {
    String value = from.getFirst(name);
    if (value != null) {
      to.putSingle(name, value);
    }
  }
}
