package dev.baton.gateway.control;

import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This gateway's place among the gateways: the Hazelcast member, and what they share in it. */
@ApplicationScoped
public class GatewayCluster {

  private final HazelcastInstance member;

  /** For the container's proxy. */
  protected GatewayCluster() {
    this.member = null;
  }

  /**
   * @param file the configuration, hazelcast.xml
   * @param members host:port of all gateways, separated by commas
   * @param host the address to listen at for the other gateways
   * @param port the port to listen at
   */
  @Inject
  public GatewayCluster(
      @ConfigProperty(name = "baton.cache.config") String file,
      @ConfigProperty(name = "baton.cache.members") String members,
      @ConfigProperty(name = "baton.cache.host") String host,
      @ConfigProperty(name = "baton.cache.port") int port)
      throws FileNotFoundException {
    Properties variables = new Properties();
    variables.setProperty("baton.cache.members", members);
    variables.setProperty("baton.cache.host", host);
    variables.setProperty("baton.cache.port", Integer.toString(port));
    Config config = new FileSystemXmlConfig(file, variables);
    config.setClassLoader(GatewayCluster.class.getClassLoader());
    this.member = Hazelcast.newHazelcastInstance(config);
  }

  /** Joining takes seconds: it belongs to the start, not to the first user's request. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    isRunning();
  }

  @PreDestroy
  void stop() {
    member.shutdown();
  }

  /** Whether this gateway still has its place. */
  public boolean isRunning() {
    return member.getLifecycleService().isRunning();
  }

  /** Ids of tokens that were ended, each with the second since 1970 after which it is expired. */
  IMap<String, Long> revoked() {
    return member.getMap("revoked");
  }

  /** The state of the rate limits' buckets. */
  IMap<String, byte[]> rates() {
    return member.getMap("rates");
  }

  /** Runs a task whenever a gateway came or went, or parted ones found together again. */
  void onChange(Runnable task) {
    member.getCluster().addMembershipListener(new ClusterChange(task));
    member.getLifecycleService().addLifecycleListener(new ClusterChange(task));
  }
}
