package dev.baton.orders.entity;

/**
 * An amount of money.
 *
 * @param cents in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 */
public record Amount(long cents, String currency) {}
