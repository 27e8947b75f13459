package dev.baton.kit.token;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What is injected as {@code JsonWebToken}: the token that the guard verified for the request which
 * this very thread serves. Anywhere else it knows no name, no groups and no claims. Takes the place
 * of the container's own bean, which only knows tokens that the container has just verified again.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@Typed(JsonWebToken.class)
public class CallersToken implements JsonWebToken {

  @Override
  public String getName() {
    VerifiedToken token = VerifiedToken.current();
    return token == null ? null : token.principal().getName();
  }

  @Override
  public Set<String> getClaimNames() {
    VerifiedToken token = VerifiedToken.current();
    return token == null ? null : token.principal().getClaimNames();
  }

  @Override
  public Set<String> getGroups() {
    VerifiedToken token = VerifiedToken.current();
    return token == null ? null : token.principal().getGroups();
  }

  @Override
  public <T> T getClaim(String name) {
    VerifiedToken token = VerifiedToken.current();
    return token == null ? null : token.principal().getClaim(name);
  }
}
