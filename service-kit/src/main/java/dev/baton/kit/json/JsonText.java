package dev.baton.kit.json;

/**
 * Writes one flat JSON object on one line. Whatever a value holds, the line stays one line of valid
 * JSON in printable ASCII: nothing that a stranger sent can end it early.
 */
public final class JsonText {

  private final StringBuilder text = new StringBuilder(256).append('{');

  /** Adds a member; a null value is left out. */
  public JsonText with(String name, String value) {
    if (value == null) {
      return this;
    }
    name(name);
    quote(value);
    return this;
  }

  /** Adds a number. */
  public JsonText with(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /** The finished object. */
  @Override
  public String toString() {
    return text + "}";
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      append(value.charAt(i));
    }
    text.append('"');
  }

  private void append(char c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append(c);
    } else if (c >= ' ' && c <= '~') {
      text.append(c);
    } else {
      text.append(String.format("\\u%04x", (int) c));
    }
  }
}
