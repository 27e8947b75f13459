package dev.baton.kit;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A servlet request and its response, as far as the kit uses them; anything else throws. */
public final class Servlets {

  /** What the container does when it is asked to verify. */
  @FunctionalInterface
  public interface Authentication {
    Principal authenticate() throws ServletException;
  }

  /** What was asked of the response. */
  public int status = 200;

  public boolean committed;

  private final Map<String, List<String>> requestHeaders = new LinkedHashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> responseHeaders = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String method = "GET";
  private String protocol = "HTTP/1.1";
  private String path = "/orders/1";
  private Principal principal;
  private Authentication authentication = () -> null;
  private int authentications;

  public Servlets header(String name, String value) {
    requestHeaders.computeIfAbsent(name.toLowerCase(), key -> new ArrayList<>()).add(value);
    return this;
  }

  public Servlets method(String wanted) {
    method = wanted;
    return this;
  }

  public Servlets protocol(String wanted) {
    protocol = wanted;
    return this;
  }

  public Servlets path(String wanted) {
    path = wanted;
    return this;
  }

  public Servlets attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  public Servlets authentication(Authentication wanted) {
    authentication = wanted;
    return this;
  }

  public HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (proxy, called, given) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getProtocol" -> protocol;
              case "getRequestURI" -> path;
              case "getContentLengthLong" -> length();
              case "getHeader" -> first(given[0]);
              case "getHeaders" -> Collections.enumeration(all(given[0]));
              case "getAttribute" -> attributes.get(given[0]);
              case "setAttribute" -> attributes.put((String) given[0], given[1]);
              case "getUserPrincipal" -> principal;
              case "authenticate" -> authenticated();
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  public HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (proxy, called, given) -> {
          switch (called.getName()) {
            case "isCommitted":
              return committed;
            case "reset":
              responseHeaders.clear();
              body.reset();
              return null;
            case "resetBuffer":
              body.reset();
              return null;
            case "setStatus":
              status = (Integer) given[0];
              return null;
            case "setContentType":
              responseHeaders.put("Content-Type", (String) given[0]);
              return null;
            case "setContentLength":
              responseHeaders.put("Content-Length", String.valueOf(given[0]));
              return null;
            case "setHeader":
              responseHeaders.put((String) given[0], (String) given[1]);
              return null;
            case "getOutputStream":
              return stream();
            default:
              throw new UnsupportedOperationException(called.getName());
          }
        });
  }

  /** A header of the response. */
  public String answered(String name) {
    return responseHeaders.get(name);
  }

  /** The response's body. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** How often the container was asked to verify. */
  public int authentications() {
    return authentications;
  }

  private boolean authenticated() throws ServletException {
    authentications++;
    responseHeaders.put("WWW-Authenticate", "the container's own");
    principal = authentication.authenticate();
    return principal != null;
  }

  private long length() {
    String announced = first("Content-Length");
    return announced == null ? -1 : Long.parseLong(announced);
  }

  private List<String> all(Object name) {
    return requestHeaders.getOrDefault(name.toString().toLowerCase(), List.of());
  }

  private String first(Object name) {
    return all(name).stream().findFirst().orElse(null);
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void write(int b) {
        body.write(b);
      }
    };
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
