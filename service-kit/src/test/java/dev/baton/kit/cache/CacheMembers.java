package dev.baton.kit.cache;

import dev.baton.kit.hops.HopTimings;
import dev.baton.kit.trace.HopSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Members of one cache cluster in this process, with the settings that the servers have. */
final class CacheMembers {
  private static final String SETTINGS = "../liberty-config/shared/hazelcast.xml";

  private static final Logger HAZELCAST = Logger.getLogger("com.hazelcast");

  static {
    HAZELCAST.setLevel(Level.WARNING);
  }

  private final List<Integer> ports = List.of(freePort(), freePort());
  private final List<CacheCluster> running = new ArrayList<>();
  private final Map<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();

  /** Starts a member whose entries live for some seconds. */
  CacheCluster join(int ttlSeconds, int size) throws IOException {
    CacheCluster member =
        new CacheCluster(
            SETTINGS,
            "test-" + ports.get(0),
            "127.0.0.1:" + ports.get(0) + ",127.0.0.1:" + ports.get(1),
            "127.0.0.1",
            ports.get(running.size()),
            ttlSeconds,
            size,
            registry());
    running.add(member);
    return member;
  }

  /** The caches named rows of a member. */
  static CacheAside<String, Text> rows(CacheCluster member) {
    return member.cacheAside("rows", Text.class, new HopTimings("service-x", new HopSpans()));
  }

  void stopAll() {
    running.forEach(CacheCluster::kill);
  }

  /** What a gauge of the cache named rows tells; of two members the one that asked last. */
  long gauge(String name) {
    return gauges.get("baton_cache_" + name + "{cache=rows}").get().longValue();
  }

  private MetricRegistry registry() {
    return (MetricRegistry)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MetricRegistry.class},
            (proxy, method, arguments) -> gauge(arguments));
  }

  @SuppressWarnings("unchecked")
  private Object gauge(Object... arguments) {
    Tag tag = ((Tag[]) arguments[3])[0];
    Function<Object, Number> value = (Function<Object, Number>) arguments[2];
    gauges.put(
        arguments[0] + "{" + tag.getTagName() + "=" + tag.getTagValue() + "}",
        () -> value.apply(arguments[1]));
    return null;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row. */
  record Text(String text, long version) implements Versioned {}
}
