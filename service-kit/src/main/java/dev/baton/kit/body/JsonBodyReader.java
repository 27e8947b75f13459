package dev.baton.kit.body;

import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Reads one strict JSON object into a record that is marked {@link RequestBody}. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {
  private static final int LARGEST = 16 * 1024;
  private static final int TOO_LARGE = 413;

  /** Of any media type ({@code *}{@code /*}) is a body of which its sender said nothing. */
  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType form) {
    return type.isRecord()
        && type.isAnnotationPresent(RequestBody.class)
        && !form.isWildcardSubtype();
  }

  /**
   * @throws ProblemException 413 for more than 16384 bytes, 400 for anything but one strict JSON
   *     object, for an unknown field, one of the wrong type or one that breaks its constraints
   */
  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType form,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    requireAnnouncedSize(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
    Record value = new RecordForm<>(type).read(object(bytes(body)));
    Constraints.check(value);
    return value;
  }

  /** What never ends must not be waited for. */
  private static void requireAnnouncedSize(String length) {
    if (length != null && Long.parseLong(length) > LARGEST) {
      throw tooLarge();
    }
  }

  private static byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw tooLarge();
    }
    return bytes;
  }

  private static ProblemException tooLarge() {
    return new ProblemException(TOO_LARGE, "The body has more than " + LARGEST + " bytes.");
  }

  private static Map<String, Object> object(byte[] bytes) {
    try {
      return StrictJson.object(bytes);
    } catch (MalformedJsonException e) {
      throw ProblemException.badRequest(
          "The body is not one strict JSON object: " + e.getMessage() + ".");
    }
  }
}
