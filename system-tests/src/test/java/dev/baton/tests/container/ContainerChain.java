package dev.baton.tests.container;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Chain;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.Web;
import dev.baton.tests.tokens.TokenForge;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.MountableFile;

/** Issuer, C, B, A, two gateways and the load balancer, each in its image, on one network. */
final class ContainerChain implements Chain {

  private static final int ISSUER_PORT = 9443;
  private static final int LB_PORT = 8443;
  private static final String ISSUER = "https://issuer:" + ISSUER_PORT + "/oidc/endpoint/baton";
  private static final Duration PATIENCE = Duration.ofSeconds(600);

  private final Network network = Network.newNetwork();
  private final KeyMaterial keys =
      KeyMaterial.fresh(
          List.of(
              "localhost",
              "issuer",
              "service-c",
              "service-b",
              "service-a",
              "gateway-1",
              "gateway-2",
              "lb"));
  private final String password = UUID.randomUUID().toString();
  private final Map<String, GenericContainer<?>> servers = new LinkedHashMap<>();
  private final GenericContainer<?> issuer = issuer();
  private final GenericContainer<?> loadBalancer;
  private final Web web = Web.trusting(keys.file("ca.pem"));
  private TokenForge forge;

  /** Describes the chain; nothing runs yet. Two start at a time, which two cores take. */
  ContainerChain() {
    GenericContainer<?> prices = application("service-c", "service-c");
    GenericContainer<?> stock = application("service-b", "service-b", issuer, prices);
    GenericContainer<?> orders = application("service-a", "service-a", issuer, prices);
    GenericContainer<?> gateway1 = application("gateway", "gateway-1", orders, stock);
    GenericContainer<?> gateway2 = application("gateway", "gateway-2", orders, stock);
    loadBalancer = loadBalancer(gateway1, gateway2);
  }

  void start() {
    Startables.deepStart(loadBalancer).join();
    forge = forgeOfIssuer();
  }

  void stop() {
    loadBalancer.stop();
    servers.values().forEach(GenericContainer::stop);
    issuer.stop();
    network.close();
  }

  @Override
  public URI loadBalancer() {
    return URI.create("https://localhost:" + loadBalancer.getMappedPort(LB_PORT));
  }

  @Override
  public List<Hop> hops() {
    return List.of(
        hop("gateway-1", Hop.Kind.GATEWAY),
        hop("gateway-2", Hop.Kind.GATEWAY),
        hop("service-a", Hop.Kind.ORDERS),
        hop("service-b", Hop.Kind.STOCK),
        hop("service-c", Hop.Kind.PRICES));
  }

  @Override
  public TokenForge forge() {
    return forge;
  }

  @Override
  public String tokenOf(String user) {
    String form =
        "grant_type=password&client_id=baton-cli&client_secret=%1$s&username=%2$s&password=%1$s&scope=openid"
            .formatted(password, user);
    Answer answer =
        web.send(
            "POST",
            atIssuer("/token"),
            "",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            BodyPublishers.ofString(form));
    return answer.json().getString("access_token");
  }

  @Override
  public Web web() {
    return web;
  }

  @Override
  public List<JsonObject> auditOf(Hop hop) {
    return log(hop, "audit.log").stream()
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }

  /** Each request as it came to a hop: method, path, status and the Authorization header. */
  List<String> wireOf(Hop hop) {
    return log(hop, "wire.log");
  }

  /** The end of what every server logged. */
  String logs() {
    StringBuilder all = new StringBuilder();
    servers.forEach(
        (name, server) -> all.append("--- ").append(name).append('\n').append(Servers.log(server)));
    all.append("--- issuer\n").append(Servers.log(issuer));
    return all.append("--- lb\n").append(loadBalancer.getLogs()).toString();
  }

  private List<String> log(Hop hop, String file) {
    return Servers.read(servers.get(hop.name()), "/opt/baton/logs/" + file).lines().toList();
  }

  private Hop hop(String name, Hop.Kind kind) {
    return new Hop(name, kind, URI.create(Servers.base(servers.get(name))));
  }

  private GenericContainer<?> issuer() {
    GenericContainer<?> container =
        Servers.server(new GenericContainer<>(Servers.image("issuer")), "issuer", network, keys)
            .withEnv("BATON_PORT", String.valueOf(ISSUER_PORT))
            .withEnv("BATON_ISSUER", ISSUER)
            .withEnv("BATON_AUDIENCE", Servers.AUDIENCE)
            .withEnv("BATON_SIGNING_KEY_STORE", Servers.TLS + "signing.p12")
            .withEnv("BATON_SIGNING_KEY_ALIAS", KeyMaterial.SIGNING_ALIAS)
            .withExposedPorts(ISSUER_PORT)
            .waitingFor(
                Wait.forHttps("/oidc/endpoint/baton/jwk")
                    .forPort(ISSUER_PORT)
                    .allowInsecure()
                    .withStartupTimeout(PATIENCE));
    Servers.copy(container, keys, "signing.p12");
    Servers.secret(container, "baton.signing.password", keys.password());
    Servers.secret(container, "baton.client.cli.secret", password);
    Servers.secret(container, "baton.client.worker.secret", password);
    for (String user : List.of("alice", "bob", "carol", "walter", "petra", "olga")) {
      Servers.secret(container, "baton.user." + user + ".password", password);
    }
    return container;
  }

  private GenericContainer<?> application(String kind, String name, Startable... before) {
    GenericContainer<?> container =
        Servers.application(new GenericContainer<>(Servers.image(kind)), name, network, keys)
            .withEnv("BATON_ISSUER", ISSUER)
            .withEnv("BATON_JWKS_URL", ISSUER + "/jwk")
            .withCopyFileToContainer(
                MountableFile.forClasspathResource("wire.xml", 0644),
                "/opt/baton/usr/servers/" + kind + "/configDropins/overrides/wire.xml")
            .dependsOn(before);
    servers.put(name, container);
    return container;
  }

  private GenericContainer<?> loadBalancer(Startable... gateways) {
    GenericContainer<?> container =
        new GenericContainer<>(Servers.image("lb"))
            .withNetwork(network)
            .withNetworkAliases("lb")
            .withEnv("BATON_GATEWAY_1", "gateway-1:" + Servers.PORT)
            .withEnv("BATON_GATEWAY_2", "gateway-2:" + Servers.PORT)
            .withEnv("BATON_LB_CERTIFICATE", Servers.TLS + "server.pem")
            .withEnv("BATON_LB_KEY", Servers.TLS + "server.key")
            .withExposedPorts(LB_PORT)
            .waitingFor(
                Wait.forHttps("/api/orders/1")
                    .forPort(LB_PORT)
                    .allowInsecure()
                    .forStatusCode(401)
                    .withStartupTimeout(PATIENCE))
            .dependsOn(gateways);
    Servers.copy(container, keys, "server.pem");
    Servers.copy(container, keys, "server.key");
    return container;
  }

  private TokenForge forgeOfIssuer() {
    try {
      RSAKey signing =
          RSAKey.load(
              keys.store("signing.p12"), KeyMaterial.SIGNING_ALIAS, keys.password().toCharArray());
      JWKSet published = JWKSet.parse(web.get(atIssuer("/jwk"), "").body());
      return TokenForge.of(signing, published, ISSUER, Servers.AUDIENCE);
    } catch (GeneralSecurityException | JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI atIssuer(String path) {
    return URI.create("https://localhost:" + issuer.getMappedPort(ISSUER_PORT))
        .resolve("/oidc/endpoint/baton" + path);
  }
}
