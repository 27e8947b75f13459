package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

  private static final String LOCAL = "127.0.0.1";
  private static final String BALANCER = "198.18.0.2";
  private static final String STRANGER = "203.0.113.5";

  private final TrustedProxies proxies = new TrustedProxies(Set.of(BALANCER));

  @Test
  void strangersClaimsAreNotBelieved() {
    Caller caller = proxies.caller(STRANGER, "http", "gw:9081", "6.6.6.6", "https", "evil.example");

    assertThat(caller).isEqualTo(new Caller(STRANGER, "http", "gw:9081"));
  }

  @Test
  void balancersWordIsBelieved() {
    Caller caller =
        proxies.caller(BALANCER, "http", "gw:9081", STRANGER, "https", "api.example.com:8443");

    assertThat(caller).isEqualTo(new Caller(STRANGER, "https", "api.example.com:8443"));
  }

  @Test
  void nearestAddressThatIsNoProxyIsTheCaller() {
    assertThat(addressOf("6.6.6.6, " + STRANGER + ", " + BALANCER)).isEqualTo(STRANGER);
    assertThat(addressOf(LOCAL + ", " + STRANGER)).isEqualTo(STRANGER);
  }

  @Test
  void chainOfProxiesOnlyEndsAtTheFirst() {
    assertThat(addressOf(BALANCER + ", " + LOCAL)).isEqualTo(BALANCER);
  }

  @Test
  void junkInTheChainIsNotHandedOn() {
    assertThat(addressOf("\"><script>")).isEqualTo(LOCAL);
    assertThat(addressOf("unknown, " + BALANCER)).isEqualTo(BALANCER);
    assertThat(addressOf("")).isEqualTo(LOCAL);
    assertThat(addressOf(null)).isEqualTo(LOCAL);
  }

  @Test
  void junkInSchemeAndHostIsNotHandedOn() {
    Caller caller = proxies.caller(LOCAL, "http", "gw", null, "gopher", "a b\"c");

    assertThat(caller).isEqualTo(new Caller(LOCAL, "http", "gw"));
    assertThat(proxies.caller(LOCAL, "http", "a\"b", null, null, null).host()).isNull();
  }

  @Test
  void forwardedIsWrittenAsRfc7239Says() {
    assertThat(new Caller(STRANGER, "https", "api.example.com").forwarded())
        .isEqualTo("for=203.0.113.5;proto=https;host=\"api.example.com\"");
    assertThat(new Caller("2001:db8::1", "http", null).forwarded())
        .isEqualTo("for=\"[2001:db8::1]\";proto=http");
  }

  private String addressOf(String forwardedFor) {
    return proxies.caller(LOCAL, "http", "gw", forwardedFor, null, null).address();
  }
}
