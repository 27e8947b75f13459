package dev.baton.kit.token;

import java.io.IOException;

/** Where the issuer publishes its keys. */
@FunctionalInterface
interface KeyServer {

  /**
   * The published key set as text.
   *
   * @throws IOException when there is no complete answer in time
   */
  String fetch() throws IOException;
}
