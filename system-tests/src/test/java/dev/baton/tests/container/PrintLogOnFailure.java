package dev.baton.tests.container;

import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;

/** Prints what the containers of a test class logged, once, when one of its tests fails. */
final class PrintLogOnFailure implements TestWatcher {

  private boolean printed;

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    if (printed) {
      return;
    }
    printed = true;
    AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(), Container.class)
        .forEach(PrintLogOnFailure::print);
  }

  private static void print(Field field) {
    try {
      GenericContainer<?> container = (GenericContainer<?>) field.get(null);
      System.out.printf("--- %s%n%s%n", container.getDockerImageName(), Servers.log(container));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
