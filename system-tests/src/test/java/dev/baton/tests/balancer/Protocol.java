package dev.baton.tests.balancer;

import java.net.URI;
import javax.net.ssl.SSLContext;

/** How a user speaks with the load balancer. */
enum Protocol {
  HTTP_1_1 {
    @Override
    User user(SSLContext trust, URI resource, String token) {
      return new KeepAliveUser(trust.getSocketFactory(), resource, token);
    }
  },
  HTTP_2 {
    @Override
    User user(SSLContext trust, URI resource, String token) {
      return new Http2User(trust, resource, token);
    }
  };

  /** Someone who holds a token and asks for one resource again and again, on one connection. */
  abstract User user(SSLContext trust, URI resource, String token);
}
