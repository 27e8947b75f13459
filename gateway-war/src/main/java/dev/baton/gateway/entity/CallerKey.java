package dev.baton.gateway.entity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** By what the requests of an address are counted. */
public final class CallerKey {

  private static final int NETWORK_BYTES = 8;

  private CallerKey() {}

  /**
   * An IPv4 address itself; of an IPv6 address the first 64 bits, because every user has as many
   * addresses as he likes below them (RFC 4291 section 2.5.4).
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
