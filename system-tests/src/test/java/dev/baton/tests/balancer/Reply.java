package dev.baton.tests.balancer;

/**
 * What a user needs to know of an answer.
 *
 * @param saysWhenToComeAgain whether it has a Retry-After
 */
public record Reply(int status, boolean saysWhenToComeAgain) {}
