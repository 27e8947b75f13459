package dev.baton.kit.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token that the guard and the container verified.
 *
 * @param raw the very characters that came in
 * @param fingerprint its {@link TokenFingerprint}
 * @param subject the claim {@code sub}
 * @param groups the claim {@code groups}, in its order
 * @param id the claim {@code jti}, or null
 * @param expires the claim {@code exp}
 * @param claims all claims, as {@link dev.baton.kit.json.StrictJson} reads them
 * @param verificationNanos how long the verification took, in nanoseconds
 */
public record VerifiedToken(
    String raw,
    String fingerprint,
    String subject,
    List<String> groups,
    String id,
    Instant expires,
    Map<String, Object> claims,
    long verificationNanos) {

  /** The request attribute that holds the verified token. */
  public static final String ATTRIBUTE = VerifiedToken.class.getName();

  private static final ThreadLocal<VerifiedToken> CURRENT = new ThreadLocal<>();

  /** The token of a request that the guard let in; null where it needs none (health). */
  public static VerifiedToken of(HttpServletRequest request) {
    return (VerifiedToken) request.getAttribute(ATTRIBUTE);
  }

  /** Its bearer. */
  public JsonWebToken principal() {
    return new TokenPrincipal(this);
  }

  /** The token of the request that this very thread serves now; null on any other thread. */
  static VerifiedToken current() {
    return CURRENT.get();
  }

  void enter() {
    CURRENT.set(this);
  }

  static void leave() {
    CURRENT.remove();
  }

  /** Tells the fingerprint only. */
  @Override
  public String toString() {
    return "VerifiedToken[" + fingerprint + "]";
  }
}
