package dev.baton.tests.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came over the wire, to the connection's end.
 *
 * @param text each byte a character
 */
public record RawAnswer(String text) {

  private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}) ");
  private static final Pattern INSIDE =
      Pattern.compile(
          "liberty|websphere|com\\.ibm|dev\\.baton|exception|\\tat |hazelcast|derby|stacktrace"
              + "|SRVE\\d|CWW[A-Z]{2}\\d|:91[1-3]\\d|:57\\d\\d",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INTERIM =
      Pattern.compile("^HTTP/1\\.1 1\\d\\d [^\\n]*\\n([^\\r][^\\n]*\\n)*\\r\\n");

  /** Interim answers (RFC 9110 section 15.2) are left out. */
  public RawAnswer {
    text = INTERIM.matcher(text).replaceFirst("");
  }

  /** The status; 0 when the connection ended without a word. */
  public int status() {
    Matcher line = STATUS.matcher(text);
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  public boolean isSuccess() {
    return status() >= 200 && status() < 400;
  }

  /** Whether it names a product, a class or an address of the inside. */
  public boolean tellsOfTheInside() {
    return INSIDE.matcher(text).find();
  }

  /** The first value of a header; empty for none. */
  public String header(String name) {
    Matcher field =
        Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*?)\\r?$").matcher(head());
    return field.find() ? field.group(1) : "";
  }

  /** The problem document, if that is what the body is. */
  public Optional<JsonObject> problem() {
    if (!header("Content-Type").startsWith("application/problem+json")) {
      return Optional.empty();
    }
    int start = text.indexOf('{', head().length());
    int end = text.lastIndexOf('}');
    try {
      return Optional.of(
          Json.createReader(new StringReader(text.substring(start, end + 1))).readObject());
    } catch (JsonException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private String head() {
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? text : text.substring(0, end);
  }
}
