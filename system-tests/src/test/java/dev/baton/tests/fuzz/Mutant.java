package dev.baton.tests.fuzz;

/**
 * A request that was good before chance changed it.
 *
 * @param manner what was changed
 * @param request the characters to send, each one byte
 * @param isRefused whether nobody may answer it with success
 */
public record Mutant(String manner, String request, boolean isRefused) {}
