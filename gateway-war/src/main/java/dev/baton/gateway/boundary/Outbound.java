package dev.baton.gateway.boundary;

import dev.baton.gateway.control.Answer;
import dev.baton.gateway.entity.HeaderRules;
import dev.baton.gateway.entity.PublicLocation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;

/** Turns a service's answer into the one that the user gets. */
record Outbound(PublicLocation locations) {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /** Writes status, headers and body; the timing header is left to the caller. */
  void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    Set<String> connection = connectionNames(answer);
    for (Header header : answer.headers()) {
      if (HeaderRules.passesOut(header.getName(), connection)) {
        add(header, response);
      }
    }
    writeBody(answer, response);
  }

  private void add(Header header, HttpServletResponse response) {
    String value = published(header);
    if (value != null) {
      response.addHeader(header.getName(), value);
    }
  }

  private String published(Header header) {
    return switch (header.getName().toLowerCase(Locale.ROOT)) {
      case "server-timing" -> null;
      case "location", "content-location" -> locations.of(header.getValue());
      case "link" -> locations.ofLinks(header.getValue());
      default -> header.getValue();
    };
  }

  private static void writeBody(Answer answer, HttpServletResponse response) throws IOException {
    if (!answer.hasBody() || answer.status() == NO_CONTENT || answer.status() == NOT_MODIFIED) {
      return;
    }
    response.setContentLengthLong(answer.length());
    answer.writeTo(response.getOutputStream());
  }

  private static Set<String> connectionNames(Answer answer) {
    Set<String> names = new HashSet<>();
    Stream.of(answer.headers())
        .filter(header -> header.getName().equalsIgnoreCase("Connection"))
        .map(header -> Collections.enumeration(Set.of(header.getValue())))
        .forEach(values -> names.addAll(ConnectionNames.of(values)));
    return names;
  }
}
