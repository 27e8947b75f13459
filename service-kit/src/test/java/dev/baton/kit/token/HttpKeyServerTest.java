package dev.baton.kit.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpKeyServerTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  private ServerSocket socket;

  @BeforeEach
  void listen() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  @Test
  void aCompleteAnswerIsTaken() throws Exception {
    answer(HEAD + "Content-Length: 2\r\n\r\n{}");

    assertThat(server().fetch()).isEqualTo("{}");
  }

  @Test
  void anErrorStatusIsRefused() {
    answer("HTTP/1.1 500 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

    assertFails();
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(server()::fetch)
        .withMessageContaining("302");
  }

  @Test
  void anAnswerThatIsCutOffIsRefused() {
    answer(HEAD + "Content-Length: 20\r\n\r\n{}");

    assertFails();
  }

  @Test
  void anAnswerWithoutAnEndIsRefused() {
    answer(HEAD + "\r\n" + " ".repeat(300 * 1024));

    assertFails();
  }

  @Test
  void aSilentServerIsGivenUp() {
    answer("");

    assertThat(timeOf(this::assertFails)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aServerThatDripsIsGivenUp() {
    drip(HEAD + "Content-Length: 1000\r\n\r\n", "x", 1000);

    assertThat(timeOf(this::assertFails)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aServerThatDripsHeadersIsGivenUp() {
    drip("HTTP/1.1 200 OK\r\nX: ", "x", 1000);

    assertThat(timeOf(this::assertFails)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void noServerIsRefused() throws Exception {
    socket.close();

    assertFails();
  }

  @Test
  void anAddressThatIsNotHttpIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new HttpKeyServer(URI.create("file:/etc/passwd")));
  }

  private HttpKeyServer server() {
    return new HttpKeyServer(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/jwks"));
  }

  private void assertFails() {
    assertThatExceptionOfType(IOException.class).isThrownBy(server()::fetch);
  }

  private static Duration timeOf(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void answer(String text) {
    serve(
        connection -> {
          connection.getOutputStream().write(text.getBytes(US_ASCII));
          if (text.isEmpty()) {
            connection.getInputStream().readAllBytes();
          }
        });
  }

  private void drip(String first, String then, int times) {
    serve(
        connection -> {
          OutputStream out = connection.getOutputStream();
          out.write(first.getBytes(US_ASCII));
          for (int i = 0; i < times; i++) {
            out.write(then.getBytes(US_ASCII));
            out.flush();
            Thread.sleep(100);
          }
        });
  }

  private void serve(Answer answer) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket connection = socket.accept()) {
                connection.getInputStream().read(new byte[1024]);
                answer.to(connection);
              } catch (Exception expected) {
                // the client has given up
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Answer {
    void to(Socket connection) throws Exception;
  }
}
