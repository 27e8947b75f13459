package dev.baton.gateway.entity;

/**
 * Where a request came from, as far as it can be known.
 *
 * @param address of the user, as the nearest trusted proxy saw it
 * @param scheme http or https, as the user spoke it
 * @param host the authority that the user asked for, or null
 */
public record Caller(String address, String scheme, String host) {

  /** The value of the header Forwarded (RFC 7239 section 4). */
  public String forwarded() {
    String node = address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
    String known = "for=" + node + ";proto=" + scheme;
    return host == null ? known : known + ";host=\"" + host + "\"";
  }
}
