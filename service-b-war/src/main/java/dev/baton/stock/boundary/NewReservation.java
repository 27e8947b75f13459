package dev.baton.stock.boundary;

import dev.baton.kit.body.RequestBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How much an order wants.
 *
 * @param quantity pieces, 1 to 1,000,000
 */
@RequestBody
public record NewReservation(
    @NotNull(message = "is missing")
        @Min(value = 1, message = "is at least 1")
        @Max(value = 1_000_000, message = "is at most 1000000")
        Long quantity) {}
