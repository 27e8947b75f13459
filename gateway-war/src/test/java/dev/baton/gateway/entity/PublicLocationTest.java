package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicLocationTest {

  private final PublicLocation locations =
      new PublicLocation(
          Routes.parse("/api/orders=service-a,/api/stock=service-b", "/api/stock/*/reservations"),
          Set.of("10.0.0.1:9111", "10.0.0.2:9121"));

  @Test
  void internalAddressBecomesPublicPath() {
    assertThat(locations.of("http://10.0.0.1:9111/orders/17?x=1#y"))
        .isEqualTo("/api/orders/17?x=1#y");
  }

  @Test
  void pathAtTheServiceBecomesPublicPath() {
    assertThat(locations.of("/orders/17")).isEqualTo("/api/orders/17");
  }

  @Test
  void internalAddressThatNobodyReachesIsTakenOut() {
    assertThat(locations.of("http://10.0.0.1:9111/internal")).isNull();
    assertThat(locations.of("http://10.0.0.2:9121/stock/S/reservations/1")).isNull();
    assertThat(locations.of("http://10.0.0.2:9121")).isNull();
  }

  @Test
  void foreignAndRelativeAddressesStay() {
    assertThat(locations.of("https://example.com/orders/1"))
        .isEqualTo("https://example.com/orders/1");
    assertThat(locations.of("17")).isEqualTo("17");
    assertThat(locations.of("/elsewhere")).isEqualTo("/elsewhere");
  }

  @Test
  void unreadableAddressIsTakenOut() {
    assertThat(locations.of("http://10.0.0.1:9111/or ders")).isNull();
  }

  @Test
  void linksAreRewrittenOneByOne() {
    assertThat(
            locations.ofLinks(
                "<http://10.0.0.1:9111/orders?after=3>; rel=\"next\", <https://example.com/>;"
                    + " rel=help"))
        .isEqualTo("</api/orders?after=3>; rel=\"next\", <https://example.com/>; rel=help");
  }
}
