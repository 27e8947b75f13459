package dev.baton.tests.chain;

import dev.baton.tests.tokens.TokenForge;
import java.net.URI;
import java.util.List;

/** A running Baton. */
public interface Chain {

  /** Where users come in. */
  URI loadBalancer();

  /** Every gateway and service, in the order of the chain. */
  List<Hop> hops();

  /** The issuer's own key, in the hands of the test. */
  TokenForge forge();

  /** A token that the issuer itself made for one of its users. */
  String tokenOf(String user);

  Web web();

  /** The audit lines that a hop has written so far. */
  List<String> auditOf(Hop hop);
}
