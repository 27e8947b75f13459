package dev.baton.tests.balancer;

import java.io.IOException;

/** Someone who asks, once at a time. */
interface User extends AutoCloseable {

  /**
   * One GET, read to its end.
   *
   * @return the status
   * @throws IOException when the connection broke or the answer is not whole
   */
  int get() throws IOException;

  @Override
  void close();
}
