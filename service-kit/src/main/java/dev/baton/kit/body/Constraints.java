package dev.baton.kit.body;

import dev.baton.kit.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;

/** Bean Validation of a body, with its answer in words. */
final class Constraints {
  private static final Comparator<ConstraintViolation<?>> BY_FIELD =
      Comparator.comparing(violation -> violation.getPropertyPath() + violation.getMessage());

  private Constraints() {}

  /**
   * @throws ProblemException 400 that names the first field which breaks a constraint
   */
  static void check(Record body) {
    ThisWar.VALIDATOR.validate(body).stream().min(BY_FIELD).ifPresent(Constraints::refuse);
  }

  private static void refuse(ConstraintViolation<?> violation) {
    throw ProblemException.badRequest(
        "The field '" + violation.getPropertyPath() + "' " + violation.getMessage() + ".");
  }

  /** Made with the first body: a server without Bean Validation reads none. */
  private static final class ThisWar {
    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
  }
}
