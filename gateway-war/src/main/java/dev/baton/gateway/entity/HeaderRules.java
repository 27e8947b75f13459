package dev.baton.gateway.entity;

import java.util.Locale;
import java.util.Set;

/**
 * Which headers may pass the gateway. Hop-by-hop fields end here (RFC 9110 section 7.6.1), and so
 * does every field by which somebody could claim an identity, an origin or another target than the
 * request line's.
 */
public final class HeaderRules {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Written anew by the gateway or by its client. */
  private static final Set<String> OURS =
      Set.of("content-length", "forwarded", "host", "traceparent", "x-request-id");

  /** Identities, origins and targets as products of many houses take them from headers. */
  private static final Set<String> CLAIMS =
      Set.of(
          "cf-connecting-ip",
          "client-ip",
          "cookie",
          "cookie2",
          "fastly-client-ip",
          "from",
          "front-end-https",
          "max-forwards",
          "proxy",
          "remote-addr",
          "remote-groups",
          "remote-user",
          "true-client-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-host",
          "x-http-host-override",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-original-host",
          "x-original-uri",
          "x-original-url",
          "x-proxy-user",
          "x-real-ip",
          "x-rewrite-url",
          "x-webauth-user");

  private static final Set<String> CLAIM_PREFIXES =
      Set.of(
          "$ws",
          "iv-",
          "oidc-",
          "sm-",
          "ssl-",
          "x-amzn-oidc-",
          "x-auth-",
          "x-authenticated-",
          "x-client-cert",
          "x-client-verify",
          "x-envoy-",
          "x-forwarded",
          "x-goog-",
          "x-groups",
          "x-jwt-",
          "x-ms-client-principal",
          "x-remote-",
          "x-roles",
          "x-ssl-",
          "x-subject",
          "x-user");

  private static final Set<String> NOT_IN_ANSWERS =
      Set.of("date", "server", "set-cookie", "set-cookie2", "via", "x-powered-by", "x-request-id");

  private static final String LEAKED_BY_LIBERTY = "io.openliberty.";

  /** The gateway alone decides which pages may read answers. */
  private static final String CORS = "access-control-";

  private HeaderRules() {}

  /**
   * Whether a request's header goes on to the service.
   *
   * @param name the header's name
   * @param connection the names in the request's Connection header, in lower case
   */
  public static boolean passesIn(String name, Set<String> connection) {
    String known = name.toLowerCase(Locale.ROOT);
    return passes(known, connection) && !isClaim(known.replace('_', '-'));
  }

  /**
   * Whether an answer's header goes back to the user.
   *
   * @param name the header's name
   * @param connection the names in the answer's Connection header, in lower case
   */
  public static boolean passesOut(String name, Set<String> connection) {
    String known = name.toLowerCase(Locale.ROOT);
    return !HOP_BY_HOP.contains(known)
        && !connection.contains(known)
        && !NOT_IN_ANSWERS.contains(known)
        && !known.startsWith("$ws")
        && !known.startsWith(CORS)
        && !known.startsWith(LEAKED_BY_LIBERTY);
  }

  private static boolean passes(String known, Set<String> connection) {
    return !HOP_BY_HOP.contains(known) && !OURS.contains(known) && !connection.contains(known);
  }

  private static boolean isClaim(String known) {
    return CLAIMS.contains(known) || CLAIM_PREFIXES.stream().anyMatch(known::startsWith);
  }
}
