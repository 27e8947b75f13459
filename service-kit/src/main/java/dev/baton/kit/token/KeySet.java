package dev.baton.kit.token;

import static java.util.stream.Collectors.toList;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.baton.kit.json.MalformedJsonException;
import dev.baton.kit.json.StrictJson;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One state of the issuer's published keys (RFC 7517), and which of them may verify a token.
 *
 * <p>A usable key is public, has an id of its own, fits a permitted algorithm in type and curve, is
 * not published for another algorithm or use, and is an RSA key of 2048 bits or more or an elliptic
 * one.
 */
final class KeySet {

  static final KeySet EMPTY = new KeySet(List.of(), Set.of(), Set.of());

  private static final int SHORTEST_RSA = 2048;
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);
  private static final Map<String, Curve> CURVES =
      Map.of("ES256", Curve.P_256, "ES384", Curve.P_384, "ES512", Curve.P_521);

  private final Map<String, PublishedKey> usable;
  private final Set<String> published;
  private final String json;

  private KeySet(List<JWK> usable, Set<String> published, Set<String> algorithms) {
    this.published = published;
    this.usable =
        usable.stream()
            .map(key -> PublishedKey.of(key, fitting(key, algorithms)))
            .collect(Collectors.toUnmodifiableMap(PublishedKey::id, Function.identity()));
    this.json = new JWKSet(usable.stream().map(KeySet::bare).toList()).toString(true);
  }

  /**
   * Reads a published key set. A key that cannot be read is published, and not usable.
   *
   * @param json a JWK Set (RFC 7517 section 5)
   * @param algorithms the permit list
   * @throws MalformedJsonException when the text is no JWK Set
   */
  static KeySet parse(String json, Set<String> algorithms) throws MalformedJsonException {
    if (!(StrictJson.object(json).get("keys") instanceof List<?> members)) {
      throw new MalformedJsonException("no list of keys");
    }
    Set<String> published = new HashSet<>();
    List<JWK> usable = new ArrayList<>();
    for (Object member : members) {
      if (member instanceof Map<?, ?> key && key.get("kid") instanceof String id) {
        published.add(id);
        read(key).filter(read -> isUsable(read, algorithms)).ifPresent(usable::add);
      }
    }
    return new KeySet(withIdsOfTheirOwn(usable), Set.copyOf(published), algorithms);
  }

  /**
   * The usable key that a token says it was signed with.
   *
   * @throws TokenRefusedException unknown key or unusable key
   */
  PublishedKey keyOf(CompactJws token) throws TokenRefusedException {
    if (!(token.header().get("kid") instanceof String id) || !published.contains(id)) {
      throw new TokenRefusedException(Refusal.UNKNOWN_KEY);
    }
    PublishedKey key = usable.get(id);
    if (key == null || !key.algorithms().contains((String) token.header().get("alg"))) {
      throw new TokenRefusedException(Refusal.UNUSABLE_KEY);
    }
    return key;
  }

  boolean isEmpty() {
    return usable.isEmpty();
  }

  /** How many usable keys there are. */
  int size() {
    return usable.size();
  }

  /** The usable keys' ids, in order. */
  List<String> ids() {
    return usable.keySet().stream().sorted().toList();
  }

  /** The usable keys alone as a JWK Set; the same keys make the same text. */
  String toJson() {
    return json;
  }

  /** Equal when the same keys are published and usable. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KeySet set && json.equals(set.json) && published.equals(set.published);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @SuppressWarnings("unchecked")
  private static Optional<JWK> read(Map<?, ?> key) {
    try {
      return Optional.of(JWK.parse((Map<String, Object>) key));
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  // two usable keys of one id: nobody can say which one is meant, so neither is
  private static List<JWK> withIdsOfTheirOwn(List<JWK> keys) {
    return keys.stream()
        .collect(Collectors.groupingBy(JWK::getKeyID, TreeMap::new, toList()))
        .values()
        .stream()
        .filter(sameId -> sameId.size() == 1)
        .map(sameId -> sameId.get(0))
        .toList();
  }

  private static boolean isUsable(JWK key, Set<String> algorithms) {
    return !key.getKeyID().isEmpty()
        && !key.isPrivate()
        && isForSignatures(key)
        && !fitting(key, algorithms).isEmpty();
  }

  private static Set<String> fitting(JWK key, Set<String> algorithms) {
    return algorithms.stream()
        .filter(algorithm -> fits(key, algorithm))
        .collect(Collectors.toSet());
  }

  private static boolean isForSignatures(JWK key) {
    return (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
  }

  /** Whether the key may verify a signature of this algorithm (RFC 7518 section 3). */
  static boolean fits(JWK key, String algorithm) {
    if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm)) {
      return false;
    }
    if (key instanceof RSAKey rsa) {
      return algorithm.startsWith("RS") && isStrong(rsa);
    }
    return key instanceof ECKey elliptic && elliptic.getCurve().equals(CURVES.get(algorithm));
  }

  private static boolean isStrong(RSAKey key) {
    BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
    return key.getModulus().decodeToBigInteger().bitLength() >= SHORTEST_RSA
        && exponent.testBit(0)
        && exponent.compareTo(SMALLEST_EXPONENT) >= 0;
  }

  // what the container needs and no more: whatever else is published stays unread
  private static JWK bare(JWK key) {
    if (key instanceof RSAKey rsa) {
      return new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
          .keyID(rsa.getKeyID())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(rsa.getAlgorithm())
          .build();
    }
    ECKey elliptic = (ECKey) key;
    return new ECKey.Builder(elliptic.getCurve(), elliptic.getX(), elliptic.getY())
        .keyID(elliptic.getKeyID())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(elliptic.getAlgorithm())
        .build();
  }
}
