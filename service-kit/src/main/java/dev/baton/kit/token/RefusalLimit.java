package dev.baton.kit.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Bounds how often one sender may be refused. A WAR that bounds it has one bean of this type; the
 * guard asks it before it tells the cause. A good token is not held up by it, whoever else sends
 * bad ones from the same address.
 */
public interface RefusalLimit {

  /**
   * Answers the request with 429 when its sender was refused too often.
   *
   * @return whether it did
   * @throws IOException when the client is gone
   */
  boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
