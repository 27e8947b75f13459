package dev.baton.kit.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object (RFC 8259) and refuses what readers understand differently: a name given
 * twice at any depth, text that is not UTF-8, a byte order mark, a lone surrogate, anything after
 * the object.
 *
 * <p>Values are {@link String}, {@link Boolean}, {@link Long} for an integer that fits, {@link
 * Double} for any other number, {@link List}, {@link Map}, and {@code null}.
 */
public final class StrictJson {

  private static final int DEEPEST = 16;

  private final String text;
  private int at;
  private int depth;

  private StrictJson(String text) {
    this.text = text;
  }

  /**
   * The object that these bytes hold.
   *
   * @throws MalformedJsonException when the bytes are anything but one strict JSON object
   */
  public static Map<String, Object> object(byte[] utf8) throws MalformedJsonException {
    return object(decoded(utf8));
  }

  /**
   * The object that this text holds.
   *
   * @throws MalformedJsonException when the text is anything but one strict JSON object
   */
  public static Map<String, Object> object(String text) throws MalformedJsonException {
    StrictJson json = new StrictJson(text);
    json.skipSpace();
    Map<String, Object> object = json.readObject();
    json.skipSpace();
    json.require(json.at == text.length(), "something follows the object");
    return object;
  }

  private static String decoded(byte[] utf8) throws MalformedJsonException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJsonException("not UTF-8");
    }
  }

  private Map<String, Object> readObject() throws MalformedJsonException {
    expect('{');
    descend();
    Map<String, Object> members = new LinkedHashMap<>();
    skipSpace();
    if (!accept('}')) {
      do {
        readMember(members);
      } while (accept(','));
      expect('}');
    }
    depth--;
    return members;
  }

  private void readMember(Map<String, Object> members) throws MalformedJsonException {
    skipSpace();
    String name = readString();
    require(!members.containsKey(name), "a name is given twice");
    skipSpace();
    expect(':');
    skipSpace();
    members.put(name, readValue());
    skipSpace();
  }

  private List<Object> readArray() throws MalformedJsonException {
    expect('[');
    descend();
    List<Object> items = new ArrayList<>();
    skipSpace();
    if (!accept(']')) {
      do {
        skipSpace();
        items.add(readValue());
        skipSpace();
      } while (accept(','));
      expect(']');
    }
    depth--;
    return items;
  }

  private Object readValue() throws MalformedJsonException {
    return switch (peek()) {
      case '{' -> readObject();
      case '[' -> readArray();
      case '"' -> readString();
      case 't' -> readWord("true", Boolean.TRUE);
      case 'f' -> readWord("false", Boolean.FALSE);
      case 'n' -> readWord("null", null);
      default -> readNumber();
    };
  }

  private Object readWord(String word, Object value) throws MalformedJsonException {
    require(text.startsWith(word, at), "an unknown word");
    at += word.length();
    return value;
  }

  private Number readNumber() throws MalformedJsonException {
    int start = at;
    accept('-');
    if (!accept('0')) {
      readDigits();
    }
    boolean integer = true;
    if (accept('.')) {
      integer = false;
      readDigits();
    }
    if (accept('e') || accept('E')) {
      integer = false;
      if (!accept('+')) {
        accept('-');
      }
      readDigits();
    }
    return number(text.substring(start, at), integer);
  }

  private void readDigits() throws MalformedJsonException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    require(at > start, "not a number");
  }

  private static Number number(String digits, boolean integer) {
    if (integer && digits.length() <= 18) {
      return Long.valueOf(digits);
    }
    return Double.valueOf(digits);
  }

  private String readString() throws MalformedJsonException {
    expect('"');
    int start = at;
    while (peek() != '"') {
      if (text.charAt(at) == '\\') {
        return readEscapedString(start);
      }
      requirePlain();
    }
    return text.substring(start, at++);
  }

  private String readEscapedString(int start) throws MalformedJsonException {
    StringBuilder value = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      if (accept('\\')) {
        value.append(readEscape());
      } else {
        value.append(text.charAt(at));
        requirePlain();
      }
    }
    at++;
    requirePairs(value);
    return value.toString();
  }

  private char readEscape() throws MalformedJsonException {
    char escape = peek();
    at++;
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> readCodeUnit();
      default -> throw new MalformedJsonException("an unknown escape");
    };
  }

  private char readCodeUnit() throws MalformedJsonException {
    require(at + 4 <= text.length(), "a short escape");
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      char digit = text.charAt(at);
      int value = digit < 128 ? Character.digit(digit, 16) : -1;
      require(value >= 0, "an unknown escape");
      unit = unit * 16 + value;
    }
    return (char) unit;
  }

  private static void requirePairs(CharSequence value) throws MalformedJsonException {
    if (value.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw new MalformedJsonException("half a character");
    }
  }

  private void requirePlain() throws MalformedJsonException {
    require(text.charAt(at) >= ' ', "a control character");
    at++;
  }

  private void descend() throws MalformedJsonException {
    require(++depth <= DEEPEST, "too deep");
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws MalformedJsonException {
    require(at < text.length(), "the text ends early");
    return text.charAt(at);
  }

  private boolean accept(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) throws MalformedJsonException {
    require(accept(wanted), "another character was expected");
  }

  private void require(boolean condition, String message) throws MalformedJsonException {
    if (!condition) {
      throw new MalformedJsonException(message);
    }
  }
}
