package dev.baton.tests.balancer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.tests.chain.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/** Sends over HTTP/1.1 what no decent client would. */
record RawRequest(SocketFactory sockets, URI server) {

  private static final int PATIENCE_MILLIS = 30_000;

  /** Sends exactly this, and reads until the server closes the connection. */
  Answer send(String text) {
    try (Socket socket = sockets.createSocket("localhost", server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(String text) {
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, List<String>> fields =
        Arrays.stream(lines)
            .skip(1)
            .map(line -> line.split(":", 2))
            .collect(
                Collectors.groupingBy(
                    field -> field[0],
                    Collectors.mapping(field -> field[1].strip(), Collectors.toList())));
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]),
        HttpHeaders.of(fields, (name, value) -> true),
        text.substring(end + 4));
  }
}
