package dev.baton.kit.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class HopVisibilityTest {
  private final JsonWebToken operator = new Groups(Set.of("operator"));
  private final JsonWebToken customer = new Groups(Set.of("customer"));

  @Test
  void operatorsSeeByDefault() {
    HopVisibility visibility = new HopVisibility("operator");

    assertThat(visibility.allows(operator)).isTrue();
    assertThat(visibility.allows(customer)).isFalse();
    assertThat(visibility.allows(new Groups(null))).isFalse();
  }

  @Test
  void demonstrationOpensToAll() {
    assertThat(new HopVisibility("all").allows(customer)).isTrue();
  }

  @Test
  void offIsOffForOperatorsToo() {
    assertThat(new HopVisibility("off").allows(operator)).isFalse();
  }

  @Test
  void anyOtherWordStopsTheStart() {
    assertThatThrownBy(() -> new HopVisibility("everyone"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Groups(Set<String> groups) implements JsonWebToken {
    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getGroups() {
      return groups;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    public <T> T getClaim(String claimName) {
      return null;
    }
  }
}
