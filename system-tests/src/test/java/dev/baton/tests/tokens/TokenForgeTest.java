package dev.baton.tests.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenForgeTest {

  private static final RSAKey KEY = key();
  private static final Bearer ALICE = new Bearer("alice", "customer");

  private final TokenForge forge = new TokenForge(KEY, "https://issuer.test", "baton-api");

  @Test
  void aGoodTokenHasNoFlaw() throws Exception {
    assertThat(flawsOf(forge.good(ALICE))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void aBrokenTokenHasExactlyItsFlaw(Flaw flaw) throws Exception {
    assertThat(flawsOf(forge.broken(flaw, ALICE))).isEqualTo(expected(flaw));
  }

  /** What an independent reader finds wrong: the signature is one finding, whatever made it so. */
  private static List<String> flawsOf(String token) throws ParseException, JOSEException {
    String[] parts = token.split("\\.", -1);
    String header = new Base64URL(parts[0]).decodeToString();
    JWTClaimsSet claims = JWTClaimsSet.parse(new Base64URL(parts[1]).decodeToString());
    ArrayList<String> flaws = new ArrayList<>();
    if (!header.contains("RS256")) {
      flaws.add("algorithm");
    } else if (!SignedJWT.parse(token).verify(new RSASSAVerifier(KEY))) {
      flaws.add("signature");
    }
    if (!header.contains("\"kid\":\"one\"")) {
      flaws.add("kid");
    }
    if (!claims.getIssuer().equals("https://issuer.test")) {
      flaws.add("issuer");
    }
    if (!claims.getAudience().equals(List.of("baton-api"))) {
      flaws.add("audience");
    }
    if (claims.getExpirationTime().before(Date.from(Instant.now()))) {
      flaws.add("expiry");
    }
    if (!claims.getSubject().equals("alice")) {
      flaws.add("subject");
    }
    return flaws;
  }

  private static List<String> expected(Flaw flaw) {
    return switch (flaw) {
      case EXPIRED -> List.of("expiry");
      case WRONG_ISSUER -> List.of("issuer");
      case WRONG_AUDIENCE -> List.of("audience");
      case FOREIGN_KEY -> List.of("signature");
      case UNKNOWN_KEY_ID -> List.of("kid");
      case TAMPERED_PAYLOAD -> List.of("signature", "subject");
      case UNSIGNED, ALGORITHM_NONE, HMAC_WITH_PUBLIC_KEY -> List.of("algorithm");
    };
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
