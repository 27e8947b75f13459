package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The chain of the part {@code tls} keeps its rows in PostgreSQL: asked there, not at the chain. On
 * the chain of another part there is nobody to ask.
 */
@Tag("tls")
class PostgresqlIT {
  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);

  @Test
  void anOrderAndWhatIsKeptForItAreRowsThere() {
    String sku = shop.article(10);

    long id = Shop.idOf(shop.placeUntilAnswered("alice", Shop.freshKey(), sku, 3));

    assertThat(row("orders", "SELECT owner, status FROM customer_order WHERE id = " + id))
        .isEqualTo("alice|CONFIRMED");
    assertThat(row("stock", "SELECT quantity, status FROM reservation WHERE order_id = " + id))
        .isEqualTo("3|CONFIRMED");
    assertThat(row("prices", "SELECT cents, status FROM quote WHERE order_id = " + id))
        .isEqualTo("500|CONFIRMED");
  }

  private String row(String database, String query) {
    return chain.postgresql(database, query);
  }
}
