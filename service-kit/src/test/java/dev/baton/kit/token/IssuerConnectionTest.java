package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Liberty's own sockets are stood in for by ones that tell what they are asked for. */
class IssuerConnectionTest {

  private final Asked asked = new Asked();
  private final SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
  private ServerSocket issuer;
  private URL address;

  @BeforeEach
  void listen() throws IOException {
    issuer = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    address = new URL("https://127.0.0.1:" + issuer.getLocalPort() + "/keys");
    HttpsURLConnection.setDefaultSSLSocketFactory(asked);
  }

  @AfterEach
  void close() throws IOException {
    HttpsURLConnection.setDefaultSSLSocketFactory(before);
    issuer.close();
  }

  @Test
  void theHostOfTheUrlIsTheOneThatIsChecked() throws IOException {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(IssuerConnection.open(address)::getResponseCode)
        .withMessage("TLS with 127.0.0.1");
    assertThat(asked.toConnect).isFalse();
  }

  /** Such a socket of Liberty's asks the name service for the name that it then checks. */
  @Test
  void withoutItTheSocketConnectsByItself() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> address.openConnection().getInputStream());
    assertThat(asked.toConnect).isTrue();
  }

  @Test
  void plainHttpIsLeftAsItIs() throws IOException {
    assertThat(IssuerConnection.open(new URL("http://127.0.0.1/")))
        .isNotInstanceOf(HttpsURLConnection.class);
  }

  private static final class Asked extends SSLSocketFactory {

    private boolean toConnect;

    @Override
    public Socket createSocket() throws IOException {
      toConnect = true;
      throw new SocketException("asked to connect");
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
        throws IOException {
      throw new IOException("TLS with " + host);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return new String[0];
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket();
    }
  }
}
