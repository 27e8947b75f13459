package dev.baton.kit.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.Servlets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingCheckTest {

  private static final String CODING = "Transfer-Encoding";

  private final AtomicBoolean passed = new AtomicBoolean();

  @ParameterizedTest
  @ValueSource(strings = {"gw", "gw.example:9081", "127.0.0.1:9081", "[::1]:9081"})
  void oneHostPasses(String host) throws Exception {
    assertPasses(new Servlets().header("Host", host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "user@gw", "gw:99999999", "gw/x", "http://gw", "gw?x"})
  void whatIsNoHostIsABadRequest(String host) throws Exception {
    assertRefused(new Servlets().header("Host", host));
  }

  @Test
  void twoHostsAreABadRequest() throws Exception {
    assertRefused(hosted().header("Host", "other"));
    assertRefused(hosted().header("Host", "gw"));
  }

  @Test
  void noHostIsABadRequestButInHttp10() throws Exception {
    assertRefused(new Servlets());
    assertPasses(new Servlets().protocol("HTTP/1.0"));
  }

  @Test
  void oneCodingPasses() throws Exception {
    assertPasses(hosted().header(CODING, "Chunked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip, chunked", "chunked, chunked", "identity", "xchunked"})
  void anotherCodingIsABadRequest(String coding) throws Exception {
    assertRefused(hosted().header(CODING, coding));
  }

  @Test
  void twoCodingsAreABadRequest() throws Exception {
    assertRefused(hosted().header(CODING, "chunked").header(CODING, "chunked"));
    assertRefused(hosted().protocol("HTTP/1.0").header(CODING, "chunked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/9.9", "HTTP/0.9", "HTTP/1.2", "HTTP/3.0"})
  void anotherProtocolIsABadRequest(String protocol) throws Exception {
    assertRefused(hosted().protocol(protocol));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/\"", "/<x>", "/a\\b", "/{id}", "/a|b", "/^", "/`", "/a b", "/\u00e4", "/\u0001"})
  void whatIsNoPathIsABadRequest(String path) throws Exception {
    assertRefused(hosted().path(path));
  }

  @Test
  void anEncodedPathPasses() throws Exception {
    assertPasses(hosted().path("/%22/a-b_c.d~!$&'()*+,;=:@"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "POST", "PUT"})
  void afterABodyThatNobodyAnnouncedNoNextRequestIsRead(String method) throws Exception {
    assertThat(connectionAfter(hosted().method(method))).isEqualTo("close");
    assertThat(connectionAfter(hosted().method(method).header("Content-Length", "0"))).isNull();
    assertThat(connectionAfter(hosted().method(method).header(CODING, "chunked"))).isNull();
    assertThat(connectionAfter(hosted().method("GET"))).isNull();
  }

  private String connectionAfter(Servlets call) throws Exception {
    assertPasses(call);
    return call.answered("Connection");
  }

  private static Servlets hosted() {
    return new Servlets().header("Host", "gw");
  }

  private void assertPasses(Servlets call) throws Exception {
    passed.set(false);
    send(call);
    assertThat(passed).isTrue();
  }

  private void assertRefused(Servlets call) throws Exception {
    passed.set(false);
    send(call);
    assertThat(passed).isFalse();
    assertThat(call.status).isEqualTo(400);
    assertThat(call.answered("Connection")).isEqualTo("close");
    assertThat(call.answered("Content-Type")).isEqualTo("application/problem+json");
  }

  private void send(Servlets call) throws Exception {
    new FramingCheck()
        .doFilter(call.request(), call.response(), (request, response) -> passed.set(true));
  }
}
