package dev.baton.kit.problem;

import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Keeps the meaning of what the next service answered: a refusal that concerns the user comes
 * through as it is, an outage becomes 503 with Retry-After, anything else 502.
 */
public class DownstreamProblems implements ResponseExceptionMapper<RuntimeException> {

  private static final Set<Integer> THE_USERS = Set.of(401, 403, 404, 409, 412, 422, 428);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LONGEST_BODY = 16 * 1024;
  private static final long RETRY_AFTER_SECONDS = 1;
  private static final byte[] NOTHING = {};

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= 400;
  }

  @Override
  public RuntimeException toThrowable(Response answer) {
    int status = answer.getStatus();
    if (THE_USERS.contains(status)) {
      return kept(answer);
    }
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      return ProblemException.unavailable("The next service is not ready.", retryAfter(answer));
    }
    return ProblemException.badGateway("The next service did not understand this one.");
  }

  private static ProblemException kept(Response answer) {
    byte[] bytes = bytesOf(answer);
    int status = answer.getStatus();
    if (NotStarted.isToldBy(status, bytes)) {
      return ProblemException.unavailable("The next service is not ready.", RETRY_AFTER_SECONDS);
    }
    Map<String, Object> body = objectOf(bytes);
    Response.ResponseBuilder kept = Response.status(status);
    String challenge = answer.getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
    if (challenge != null) {
      kept.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
    String title = textOf(body, "title", Problem.titleOf(status));
    return new ProblemException(kept.build(), title, textOf(body, "detail", null));
  }

  private static byte[] bytesOf(Response answer) {
    if (!answer.hasEntity()) {
      return NOTHING;
    }
    try (InputStream body = answer.readEntity(InputStream.class)) {
      return body.readNBytes(LONGEST_BODY);
    } catch (IOException e) {
      return NOTHING;
    }
  }

  private static Map<String, Object> objectOf(byte[] bytes) {
    try {
      return StrictJson.object(bytes);
    } catch (MalformedJsonException e) {
      return Map.of();
    }
  }

  private static String textOf(Map<String, Object> body, String name, String otherwise) {
    return body.get(name) instanceof String text ? text : otherwise;
  }

  private static long retryAfter(Response answer) {
    String seconds = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
    if (seconds == null || !seconds.matches("\\d{1,4}")) {
      return RETRY_AFTER_SECONDS;
    }
    return Long.parseLong(seconds);
  }
}
