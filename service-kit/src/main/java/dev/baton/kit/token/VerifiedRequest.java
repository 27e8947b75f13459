package dev.baton.kit.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;

/** A request in the name of a verified token's bearer, whose groups are the roles. */
final class VerifiedRequest extends HttpServletRequestWrapper {

  private static final String ANY_ROLE = "*";
  private static final String ANY_CALLER = "**";

  private final VerifiedToken token;

  VerifiedRequest(HttpServletRequest request, VerifiedToken token) {
    super(request);
    this.token = token;
  }

  @Override
  public Principal getUserPrincipal() {
    return token.principal();
  }

  @Override
  public String getRemoteUser() {
    return token.subject();
  }

  /** Of the two names that are no roles (Servlet 6.0 section 13.3) one is never, one always so. */
  @Override
  public boolean isUserInRole(String role) {
    return ANY_CALLER.equals(role) || !ANY_ROLE.equals(role) && token.groups().contains(role);
  }

  @Override
  public String getAuthType() {
    return "MP-JWT";
  }

  @Override
  public boolean authenticate(HttpServletResponse response) {
    return true;
  }
}
