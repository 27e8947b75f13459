package dev.baton.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.baton.tests.tokens.Bearer;
import dev.baton.tests.tokens.TokenForge;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutationsTest {

  private final String token = token();
  private final Mutations mutations = new Mutations("/orders/1", token);

  @Test
  void theSameSeedMakesTheSameMutant() {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(mutations.next(seed)).isEqualTo(mutations.next(seed));
    }
  }

  @Test
  void whatMustBeRefusedIsNeverTheGoodRequest() {
    for (int seed = 0; seed < 2_000; seed++) {
      Mutant mutant = mutations.next(seed);
      assertThat(mutant.request()).isNotEqualTo(mutations.good());
      if (mutant.isRefused() && !mutant.manner().startsWith("header")) {
        assertThat(mutant.request()).doesNotContain("Bearer " + token + "\r\n");
      }
    }
  }

  @Test
  void everyPartOfARequestHasItsTurn() {
    Set<String> manners =
        IntStream.range(0, 2_000)
            .mapToObj(seed -> mutations.next(seed).manner())
            .collect(Collectors.toSet());

    assertThat(manners).hasSize(8 + 7 + 3);
  }

  private static String token() {
    try {
      TokenForge forge =
          new TokenForge(
              new RSAKeyGenerator(2048).keyID("one").generate(),
              "https://issuer.test",
              "baton-api");
      return forge.good(new Bearer("carol", "clerk"));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
