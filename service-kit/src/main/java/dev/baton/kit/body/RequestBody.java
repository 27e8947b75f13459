package dev.baton.kit.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that the body of a request is read into. Its components are {@code Long} or {@code
 * String} and carry Bean Validation constraints, whose messages complete the sentence "The field
 * 'NAME' ...".
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RequestBody {}
