package dev.baton.stock.boundary;

import dev.baton.kit.body.RequestBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of an article is to be there.
 *
 * @param available pieces that may be reserved, beside those that are; 0 to 1,000,000,000
 */
@RequestBody
@Schema(
    name = "NewStock",
    description = "How much of an article is available, beside what is reserved",
    examples =
        """
        {"available": 100}
        """)
public record NewStock(
    @NotNull(message = "is missing")
        @Min(value = 0, message = "is at least 0")
        @Max(value = 1_000_000_000, message = "is at most 1000000000")
        Long available) {}
