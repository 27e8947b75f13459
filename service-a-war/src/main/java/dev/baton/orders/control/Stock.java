package dev.baton.orders.control;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The stock of an article with its price for the caller, as service B tells it.
 *
 * @param sku the article
 * @param available pieces that may still be reserved
 * @param price what it costs the caller
 */
@JsonbPropertyOrder({"sku", "available", "price"})
@Schema(
    name = "Stock",
    description = "The stock of an article with its price for the caller",
    requiredProperties = {"sku", "available", "price"},
    examples =
        """
        {"sku": "SKU-0000", "available": 100,
         "price": {"sku": "SKU-0000", "cents": 1999, "currency": "EUR"}}
        """)
public record Stock(String sku, Long available, Price price) {

  /**
   * @throws NullPointerException if a part is missing: an order never goes out with half of its
   *     stock
   */
  public Stock {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(available, "available");
    Objects.requireNonNull(price, "price");
  }

  /**
   * The price of an article for the caller.
   *
   * @param sku the article
   * @param cents in hundredths of the currency
   * @param currency ISO 4217 code
   */
  @JsonbPropertyOrder({"sku", "cents", "currency"})
  @Schema(
      name = "Price",
      description = "What an article costs the caller, in hundredths of the currency",
      requiredProperties = {"sku", "cents", "currency"},
      examples =
          """
          {"sku": "SKU-0000", "cents": 1999, "currency": "EUR"}
          """)
  public record Price(String sku, Long cents, String currency) {

    /**
     * @throws NullPointerException if a part is missing
     */
    public Price {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(cents, "cents");
      Objects.requireNonNull(currency, "currency");
    }
  }
}
