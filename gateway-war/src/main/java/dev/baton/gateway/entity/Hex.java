package dev.baton.gateway.entity;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Random names; none of them is a secret. */
final class Hex {

  private static final HexFormat HEX = HexFormat.of();

  private Hex() {}

  /** 16 hex digits for each part, never all zero. */
  static String random(int parts) {
    StringBuilder digits = new StringBuilder(parts * 16);
    for (int i = 0; i < parts; i++) {
      digits.append(HEX.toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
    }
    return digits.toString();
  }
}
