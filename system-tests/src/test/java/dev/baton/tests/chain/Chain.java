package dev.baton.tests.chain;

import dev.baton.tests.tokens.TokenForge;
import jakarta.json.JsonObject;
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
  List<JsonObject> auditOf(Hop hop);

  /** What all hops of a kind together wrote about one request. */
  default List<JsonObject> auditOf(Hop.Kind kind, Trace trace) {
    return hops().stream()
        .filter(hop -> hop.kind() == kind)
        .flatMap(hop -> auditOf(hop).stream())
        .filter(line -> line.getString("trace", "").equals(trace.id()))
        .toList();
  }

  /** Any one hop of a kind. */
  default Hop any(Hop.Kind kind) {
    return hops().stream().filter(hop -> hop.kind() == kind).findFirst().orElseThrow();
  }
}
