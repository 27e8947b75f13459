package dev.baton.gateway.control;

import com.hazelcast.core.Hazelcast;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two gateways' members in this process, joined by the product's own configuration. */
final class TwoClusters implements AutoCloseable {

  private static final String FILE = "../liberty-config/gateway/hazelcast.xml";
  private static final String HOST = "127.0.0.1";

  private final int port = freePort();
  private final GatewayCluster first;
  private final GatewayCluster second;

  TwoClusters() {
    int two = freePort();
    String members = HOST + ":" + port + "," + HOST + ":" + two;
    try {
      first = new GatewayCluster(FILE, members, HOST, port);
      second = new GatewayCluster(FILE, members, HOST, two);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  GatewayCluster first() {
    return first;
  }

  GatewayCluster second() {
    return second;
  }

  /** As a kill -9 would: nobody says goodbye, nothing is handed over. */
  void killFirst() {
    Hazelcast.getAllHazelcastInstances().stream()
        .filter(member -> member.getConfig().getNetworkConfig().getPort() == port)
        .forEach(member -> member.getLifecycleService().terminate());
  }

  @Override
  public void close() {
    first.stop();
    second.stop();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
