package dev.baton.databases;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.derby.drda.NetworkServerControl;

/** One Derby Network Server for all tests of a process. */
final class DerbyServer {
  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 100;

  private static int port;

  private DerbyServer() {}

  static synchronized int port() {
    if (port == 0) {
      port = start();
    }
    return port;
  }

  private static int start() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int chosen = free.getLocalPort();
      free.close();
      // Nothing here has to outlive the machine, as with the tests' PostgreSQL.
      System.setProperty("derby.system.durability", "test");
      NetworkServerControl server =
          new NetworkServerControl(InetAddress.getLoopbackAddress(), chosen);
      server.start(null);
      await(server);
      return chosen;
    } catch (Exception failed) {
      throw new IllegalStateException("Derby's server does not start", failed);
    }
  }

  private static void await(NetworkServerControl server) throws Exception {
    for (int tries = TRIES; ; tries--) {
      try {
        server.ping();
        return;
      } catch (Exception notYet) {
        if (tries == 0) {
          throw notYet;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
