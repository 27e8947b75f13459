package dev.baton.stock.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockRowTest {
  private final StockRow stock = new StockRow("SKU-1", 10);

  @Test
  void whatIsReservedIsNoLongerAvailable() {
    stock.reserve(3);

    assertThat(stock.toStockLevel()).isEqualTo(new StockLevel("SKU-1", 7, 1));
  }

  @Test
  void whatIsGivenBackIs() {
    stock.reserve(3);
    stock.reserve(-3);

    assertThat(stock.toStockLevel()).isEqualTo(new StockLevel("SKU-1", 10, 2));
  }

  @Test
  void piecesAreWhatIsAvailableAndWhatIsReserved() {
    stock.reserve(3);
    stock.count(20);

    assertThat(stock.available()).isEqualTo(20);
    assertThat(stock.pieces()).isEqualTo(23);
  }
}
