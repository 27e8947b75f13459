package dev.baton.kit.precondition;

import dev.baton.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which row a writer means to replace: one of some versions ({@code If-Match: "7"}), whichever
 * there is ({@code If-Match: *}), or none ({@code If-None-Match: *}).
 */
public final class Precondition {
  private static final String ANY = "*";

  private final boolean creates;
  private final Set<String> tags;

  private Precondition(boolean creates, Set<String> tags) {
    this.creates = creates;
    this.tags = tags;
  }

  /**
   * The precondition of a request.
   *
   * @throws ProblemException 428 where it has none (RFC 6585 section 3), 400 for two or for an
   *     {@code If-None-Match} other than {@code *}
   */
  public static Precondition of(HttpHeaders headers) {
    return of(headers.getRequestHeader("If-Match"), headers.getRequestHeader("If-None-Match"));
  }

  /**
   * The precondition that two headers make, each null or empty where it is absent.
   *
   * @throws ProblemException 428 where both are, 400 for both or for an {@code If-None-Match} other
   *     than {@code *}
   */
  public static Precondition of(List<String> ifMatch, List<String> ifNoneMatch) {
    Set<String> match = tags(ifMatch);
    Set<String> noneMatch = tags(ifNoneMatch);
    if (match.isEmpty() && noneMatch.isEmpty()) {
      throw ProblemException.preconditionRequired(
          "If-Match with the ETag of what is replaced is needed, or If-None-Match: * to create.");
    }
    if (!noneMatch.isEmpty() && (!match.isEmpty() || !noneMatch.equals(Set.of(ANY)))) {
      throw ProblemException.badRequest("If-None-Match: * stands alone and has no other value.");
    }
    return new Precondition(match.isEmpty(), match);
  }

  /**
   * Asks for a row that is not there yet.
   *
   * @throws ProblemException 412 where one was to be replaced
   */
  public void requireAbsent() {
    if (!creates) {
      throw failed();
    }
  }

  /**
   * Asks for a row that is there.
   *
   * @throws ProblemException 412 where another version was meant, or none
   */
  public void require(long version) {
    boolean met = tags.contains(ANY) || tags.contains(new RowTag(version).toString());
    if (creates || !met) {
      throw failed();
    }
  }

  /** The row is another than the precondition says: 412. */
  public static ProblemException failed() {
    return ProblemException.preconditionFailed(
        "The row has changed, or is not there: GET it again and use its ETag in If-Match.");
  }

  private static Set<String> tags(List<String> values) {
    if (values == null) {
      return Set.of();
    }
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.toSet());
  }
}
