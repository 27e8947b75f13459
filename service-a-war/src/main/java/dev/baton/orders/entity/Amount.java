package dev.baton.orders.entity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money.
 *
 * @param cents in hundredths of the currency, 0 or more
 * @param currency ISO 4217 code
 */
@Schema(
    name = "Amount",
    description = "In hundredths of the currency",
    requiredProperties = {"cents", "currency"})
public record Amount(long cents, String currency) {}
