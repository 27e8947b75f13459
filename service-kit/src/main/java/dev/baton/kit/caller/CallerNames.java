package dev.baton.kit.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The DNS names in the certificate of whoever made a request (RFC 5280 section 4.2.1.6). */
final class CallerNames {

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final Integer DNS_NAME = 2;

  private CallerNames() {}

  /** The names; none without a certificate, which the container has verified, or a readable one. */
  static Set<String> of(HttpServletRequest request) {
    if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain)
        || chain.length == 0) {
      return Set.of();
    }
    return namesIn(chain[0]);
  }

  private static Set<String> namesIn(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? Set.of() : dnsNames(names);
    } catch (CertificateParsingException e) {
      return Set.of();
    }
  }

  private static Set<String> dnsNames(Collection<List<?>> names) {
    return names.stream()
        .filter(name -> DNS_NAME.equals(name.get(0)))
        .map(name -> (String) name.get(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
