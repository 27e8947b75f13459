package dev.baton.kit.body;

import dev.baton.kit.problem.ProblemException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a record of the members of a JSON object. A member that is missing is null. */
final class RecordForm<R extends Record> {
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private final Class<R> type;

  RecordForm(Class<R> type) {
    this.type = type;
  }

  /**
   * @throws ProblemException 400 for an unknown member or one of the wrong type
   */
  R read(Map<String, Object> members) {
    requireKnown(members.keySet());
    Object[] values =
        Arrays.stream(type.getRecordComponents())
            .map(component -> value(component, members.get(component.getName())))
            .toArray();
    return make(values);
  }

  private void requireKnown(Set<String> names) {
    Set<String> known =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ProblemException.badRequest("The field '" + shown(name) + "' is unknown.");
            });
  }

  private static String shown(String name) {
    return SHOWABLE.matcher(name).matches() ? name : "...";
  }

  private static Object value(RecordComponent component, Object member) {
    if (member == null || component.getType().isInstance(member)) {
      return member;
    }
    String wanted =
        component.getType() == Long.class ? "a whole number of at most 18 digits" : "a text";
    throw ProblemException.badRequest("The field '" + component.getName() + "' is " + wanted + ".");
  }

  private R make(Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw refused.getCause() instanceof ProblemException problem
          ? problem
          : new IllegalStateException(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
