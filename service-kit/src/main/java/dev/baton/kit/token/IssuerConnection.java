package dev.baton.kit.token;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to the issuer. Its TLS is the server's own default, with the server's trust store,
 * which {@code java.net.http} does not see on Liberty; the certificate must be that of the URL's
 * host (RFC 9110, section 4.3.4).
 *
 * <p>A socket of Liberty's that connects by itself asks the name service what the address is
 * called, and checks that name instead: an issuer known by its address would be refused wherever
 * its certificate does not bear the name that reverse DNS has for it.
 */
public final class IssuerConnection {

  private IssuerConnection() {}

  /**
   * Not connected yet.
   *
   * @param address http or https
   * @throws IOException when there can be no such connection
   */
  public static HttpURLConnection open(URL address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
    if (connection instanceof HttpsURLConnection) {
      HttpsURLConnection secure = (HttpsURLConnection) connection;
      secure.setSSLSocketFactory(new OverConnected(secure.getSSLSocketFactory()));
    }
    return connection;
  }

  /**
   * Has no sockets that connect by themselves, so that the JDK connects a plain one and names the
   * URL's host where it puts TLS over it.
   */
  static final class OverConnected extends SSLSocketFactory {

    private final SSLSocketFactory sockets;

    OverConnected(SSLSocketFactory sockets) {
      this.sockets = sockets;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
        throws IOException {
      return sockets.createSocket(connected, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws SocketException {
      throw connecting();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws SocketException {
      throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws SocketException {
      throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws SocketException {
      throw connecting();
    }

    private static SocketException connecting() {
      return new SocketException("puts TLS over a connected socket, and connects none");
    }
  }
}
