package dev.baton.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

  private static final BodyLimits LIMITS = new BodyLimits(100_000, Duration.ofSeconds(10), 1000);
  private static final int UNKNOWN = -1;

  @Test
  void smallBodyIsHeldAndCanBeSentAgain() throws IOException {
    RequestBody body = RequestBody.read(bytes(10), UNKNOWN, LIMITS);

    assertThat(body.isHeld()).isTrue();
    assertThat(sent(body)).isEqualTo(10);
    assertThat(sent(body)).isEqualTo(10);
    assertThat(entity(body).getContentLength()).isEqualTo(10);
  }

  @Test
  void largerBodyStreams() throws IOException {
    RequestBody body = RequestBody.read(bytes(100_000), 100_000, LIMITS);

    assertThat(body.isHeld()).isFalse();
    assertThat(entity(body).getContentLength()).isEqualTo(100_000);
    assertThat(sent(body)).isEqualTo(100_000);
  }

  @Test
  void bodyOfExactlyWhatIsHeldIsWhole() throws IOException {
    assertThat(RequestBody.read(bytes(RequestBody.HELD), RequestBody.HELD, LIMITS).isHeld())
        .isTrue();
  }

  @Test
  void announcedLengthOverTheLimitIsRefusedUnread() {
    InputStream unreadable = InputStream.nullInputStream();

    assertRefused(413, () -> RequestBody.read(unreadable, 100_001, LIMITS));
  }

  @Test
  void chunkedBodyOverTheLimitIsRefusedOnTheWay() throws IOException {
    RequestBody body = RequestBody.read(bytes(100_001), UNKNOWN, LIMITS);

    assertRefused(413, () -> sent(body));
  }

  @Test
  void bodyThatComesTooSlowlyIsRefused() {
    BodyLimits hasty = new BodyLimits(100_000, Duration.ofSeconds(-10), 1000);

    assertRefused(408, () -> RequestBody.read(bytes(10), UNKNOWN, hasty));
  }

  @Test
  void bodyThatBreaksOffIsTheSendersFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };

    assertRefused(400, () -> RequestBody.read(broken, UNKNOWN, LIMITS));
  }

  @Test
  void requestWithoutBodyHasNoEntity() {
    assertThat(entity(RequestBody.none())).isNull();
    assertThat(RequestBody.none().isHeld()).isTrue();
  }

  private static void assertRefused(int status, ThrowingCallable reading) {
    BodyRefusedException refusal = catchThrowableOfType(BodyRefusedException.class, reading);

    assertThat(refusal.status()).isEqualTo(status);
  }

  private static InputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }

  private static HttpEntity entity(RequestBody body) {
    return body.entity(new Progress());
  }

  private static long sent(RequestBody body) throws IOException {
    long[] count = {0};
    entity(body)
        .writeTo(
            new OutputStream() {
              @Override
              public void write(int b) {
                count[0]++;
              }

              @Override
              public void write(byte[] buffer, int offset, int length) {
                count[0] += length;
              }
            });
    return count[0];
  }
}
