package dev.baton.tests.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Takes traces as a collector does: OTLP, protobuf over HTTP. */
final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final List<Told> spans = new CopyOnWriteArrayList<>();

  /** A span, and which service told of it. */
  record Told(String service, Span span) {

    String trace() {
      return hex(span.getTraceId().toByteArray());
    }

    String id() {
      return hex(span.getSpanId().toByteArray());
    }

    String parent() {
      return hex(span.getParentSpanId().toByteArray());
    }

    String name() {
      return span.getName();
    }

    Map<String, String> attributes() {
      return span.getAttributesList().stream()
          .collect(Collectors.toMap(KeyValue::getKey, one -> one.getValue().getStringValue()));
    }

    private static String hex(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
  }

  Collector(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** What has come of one trace so far. */
  List<Told> of(String trace) {
    return spans.stream().filter(told -> told.trace().equals(trace)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (InputStream body = unpacked(exchange)) {
      ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
      request.getResourceSpansList().stream().flatMap(Collector::spans).forEach(spans::add);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static InputStream unpacked(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }

  private static Stream<Told> spans(ResourceSpans resource) {
    String service =
        resource.getResource().getAttributesList().stream()
            .filter(one -> one.getKey().equals("service.name"))
            .map(one -> one.getValue().getStringValue())
            .findFirst()
            .orElse("");
    return resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(span -> new Told(service, span));
  }
}
