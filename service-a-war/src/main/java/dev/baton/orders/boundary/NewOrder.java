package dev.baton.orders.boundary;

import dev.baton.kit.body.RequestBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is ordered.
 *
 * @param sku the article
 * @param quantity pieces, 1 to 1,000,000
 */
@RequestBody
@Schema(
    name = "NewOrder",
    description = "What is ordered",
    examples =
        """
        {"sku": "SKU-0000", "quantity": 2}
        """)
public record NewOrder(
    @NotNull(message = "is missing")
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
            message = "has 1 to 64 letters, digits, dots, underscores or hyphens")
        String sku,
    @NotNull(message = "is missing")
        @Min(value = 1, message = "is at least 1")
        @Max(value = 1_000_000, message = "is at most 1000000")
        Long quantity) {}
