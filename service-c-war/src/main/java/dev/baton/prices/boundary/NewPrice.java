package dev.baton.prices.boundary;

import dev.baton.kit.body.RequestBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an article is to cost.
 *
 * @param cents the list price, in hundredths of the currency, 0 to 1,000,000,000
 * @param currency ISO 4217 code
 */
@RequestBody
@Schema(
    name = "NewPrice",
    description = "The list price; contracts stay",
    examples =
        """
        {"cents": 1999, "currency": "EUR"}
        """)
public record NewPrice(
    @NotNull(message = "is missing")
        @Min(value = 0, message = "is at least 0")
        @Max(value = 1_000_000_000, message = "is at most 1000000000")
        Long cents,
    @NotNull(message = "is missing")
        @Pattern(regexp = "[A-Z]{3}", message = "is three capital letters")
        String currency) {}
