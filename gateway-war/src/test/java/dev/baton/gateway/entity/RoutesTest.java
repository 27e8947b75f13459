package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final String CLOSED = "/api/stock/*/reservations, /api/prices/*/quotes";

  private final Routes routes =
      Routes.parse(
          "/api/orders=service-a, /api/orders/archive=service-d, /api/stock=service-b", CLOSED);

  @Test
  void prefixAndAllBelowItBelongToTheService() {
    assertThat(serviceOf("/api/orders")).isEqualTo("service-a");
    assertThat(serviceOf("/api/orders/1")).isEqualTo("service-a");
    assertThat(serviceOf("/api/orders/")).isEqualTo("service-a");
  }

  @Test
  void longestPrefixWins() {
    assertThat(serviceOf("/api/orders/archive/1")).isEqualTo("service-d");
    assertThat(serviceOf("/api/orders/archives")).isEqualTo("service-a");
  }

  @Test
  void prefixEndsAtASegment() {
    assertThat(serviceOf("/api/ordersX")).isNull();
    assertThat(serviceOf("/api/orders-and-more/1")).isNull();
  }

  @Test
  void unknownPathHasNoRoute() {
    assertThat(serviceOf("/")).isNull();
    assertThat(serviceOf("/api")).isNull();
    assertThat(serviceOf("/orders/1")).isNull();
  }

  @Test
  void whatServicesSayToEachOtherIsClosed() {
    assertThat(serviceOf("/api/stock/SKU-0001/reservations/1")).isNull();
    assertThat(serviceOf("/api/stock/SKU-0001/reservations")).isNull();
    assertThat(serviceOf("/api/stock/SKU-0001")).isEqualTo("service-b");
    assertThat(serviceOf("/api/stock/reservations")).isEqualTo("service-b");
  }

  @Test
  void serviceSeesThePathWithoutThePublicBase() {
    assertThat(Route.internal("/api/orders/1")).isEqualTo("/orders/1");
  }

  @Test
  void brokenTablesAreRefused() {
    assertRefused("");
    assertRefused("/api/orders");
    assertRefused("/api/orders=");
    assertRefused("/orders=service-a");
    assertRefused("/api/orders/=service-a");
    assertRefused("/api/orders=service-a,/api/orders=service-b");
  }

  private static void assertRefused(String table) {
    assertThatIllegalArgumentException().isThrownBy(() -> Routes.parse(table, ""));
  }

  private String serviceOf(String path) {
    return routes.find(path).map(Route::service).orElse(null);
  }
}
