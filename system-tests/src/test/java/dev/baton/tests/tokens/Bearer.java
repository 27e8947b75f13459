package dev.baton.tests.tokens;

import java.util.List;

/** Whom a token names: its subject, and the roles of its {@code groups} claim. */
public record Bearer(String subject, List<String> groups) {

  public Bearer(String subject, String... groups) {
    this(subject, List.of(groups));
  }

  public Bearer withoutRoles() {
    return new Bearer(subject, List.of());
  }
}
