package dev.baton.gateway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerKeyTest {

  @Test
  void anIpv4AddressIsItsOwnKey() {
    assertThat(CallerKey.of("203.0.113.5")).isEqualTo("203.0.113.5");
  }

  @Test
  void addressesOfOneIpv6NetworkAreOneCaller() {
    assertThat(CallerKey.of("2001:db8:0:1::1")).isEqualTo(CallerKey.of("2001:db8:0:1:ffff::2"));
    assertThat(CallerKey.of("2001:db8:0:1::1")).isNotEqualTo(CallerKey.of("2001:db8:0:2::1"));
  }

  @Test
  void whatIsNoAddressIsItsOwnKey() {
    assertThat(CallerKey.of("::zz")).isEqualTo("::zz");
  }
}
