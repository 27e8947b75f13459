package dev.baton.tests.system;

import dev.baton.tests.chain.BadRequestsAtTheFrontDoor;
import dev.baton.tests.chain.Chain;
import dev.baton.tests.chain.HopsRefuseOnTheirOwn;
import dev.baton.tests.chain.OneTokenAllTheWay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("system")
class LocalChainIT {

  private static Chain chain;

  @BeforeAll
  static void find() {
    chain = new LocalChain();
  }

  @Nested
  class OneToken extends OneTokenAllTheWay {
    @Override
    protected Chain chain() {
      return chain;
    }
  }

  @Nested
  class Refusals extends HopsRefuseOnTheirOwn {
    @Override
    protected Chain chain() {
      return chain;
    }
  }

  @Nested
  class FrontDoor extends BadRequestsAtTheFrontDoor {
    @Override
    protected Chain chain() {
      return chain;
    }
  }
}
