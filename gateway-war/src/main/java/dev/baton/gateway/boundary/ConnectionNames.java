package dev.baton.gateway.boundary;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The fields that a Connection header names (RFC 9110 section 7.6.1). */
final class ConnectionNames {

  private ConnectionNames() {}

  /** In lower case; none for a connection that names nothing but itself. */
  static Set<String> of(Enumeration<String> values) {
    if (!values.hasMoreElements()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    values.asIterator().forEachRemaining(value -> add(value, names));
    return names;
  }

  private static void add(String value, Set<String> names) {
    for (String name : value.split(",")) {
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
  }
}
