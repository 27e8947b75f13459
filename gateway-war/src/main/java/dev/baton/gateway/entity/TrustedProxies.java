package dev.baton.gateway.entity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The load balancers: only what they say of a request's origin is believed.
 *
 * @param addresses their addresses; loopback is always one of them
 */
public record TrustedProxies(Set<String> addresses) {

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?");

  /**
   * The caller behind a connection.
   *
   * @param peer the address at the other end of the connection
   * @param scheme of this connection
   * @param host the Host header, or null
   * @param forwardedFor X-Forwarded-For, or null
   * @param forwardedProto X-Forwarded-Proto, or null
   * @param forwardedHost X-Forwarded-Host, or null
   */
  public Caller caller(
      String peer,
      String scheme,
      String host,
      String forwardedFor,
      String forwardedProto,
      String forwardedHost) {
    if (!trusts(peer)) {
      return new Caller(peer, scheme, authority(host));
    }
    String proto = last(forwardedProto);
    String wanted = authority(last(forwardedHost));
    return new Caller(
        nearestStranger(peer, forwardedFor),
        "https".equals(proto) || "http".equals(proto) ? proto : scheme,
        wanted == null ? authority(host) : wanted);
  }

  /**
   * Each proxy adds its peer at the end, so the list is read backwards while proxies are trusted.
   */
  private String nearestStranger(String peer, String forwardedFor) {
    if (forwardedFor == null) {
      return peer;
    }
    String nearest = peer;
    String[] chain = forwardedFor.split(",");
    for (int i = chain.length - 1; i >= 0 && trusts(nearest); i--) {
      String address = chain[i].strip();
      if (!ADDRESS.matcher(address).matches()) {
        return nearest;
      }
      nearest = address;
    }
    return nearest;
  }

  private boolean trusts(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("0:0:0:0:0:0:0:1")
        || addresses.contains(address);
  }

  private static String authority(String host) {
    return host != null && AUTHORITY.matcher(host).matches() ? host : null;
  }

  private static String last(String list) {
    return list == null ? null : list.substring(list.lastIndexOf(',') + 1).strip();
  }
}
