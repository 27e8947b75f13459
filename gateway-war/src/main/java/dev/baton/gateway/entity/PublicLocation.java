package dev.baton.gateway.entity;

import java.net.URI;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the addresses in a service's answer into those under which users reach the same things. */
public final class PublicLocation {

  private static final Pattern LINK_TARGET = Pattern.compile("<([^>]*)>");

  private final Routes routes;
  private final Set<String> internalAuthorities;

  /**
   * @param routes the route table
   * @param internalAuthorities host and port of every instance
   */
  public PublicLocation(Routes routes, Set<String> internalAuthorities) {
    this.routes = routes;
    this.internalAuthorities = internalAuthorities;
  }

  /**
   * The public form of a Location: a path below the public base for what a route serves, as it is
   * for a foreign address, null for an internal one that no route serves.
   */
  public String of(String location) {
    URI uri = parsed(location);
    if (uri == null) {
      return null;
    }
    if (uri.getRawAuthority() != null && !internalAuthorities.contains(uri.getRawAuthority())) {
      return location;
    }
    if (uri.getRawPath() == null || !uri.getRawPath().startsWith("/")) {
      return uri.getRawAuthority() == null ? location : null;
    }
    return published(uri);
  }

  /** The public form of a Link header (RFC 8288); targets that have none are left empty. */
  public String ofLinks(String links) {
    return LINK_TARGET.matcher(links).replaceAll(this::publishedLink);
  }

  private String publishedLink(MatchResult target) {
    String location = of(target.group(1));
    return Matcher.quoteReplacement("<" + (location == null ? "" : location) + ">");
  }

  private String published(URI uri) {
    String path = Route.PUBLIC_BASE + uri.getRawPath();
    if (routes.find(path).isEmpty()) {
      return uri.getRawAuthority() == null ? uri.toString() : null;
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    return path + query + fragment;
  }

  private static URI parsed(String location) {
    try {
      return URI.create(location);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
