package dev.baton.tests.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.baton.tests.chain.Answer;
import dev.baton.tests.chain.Chain;
import dev.baton.tests.chain.Hop;
import dev.baton.tests.chain.Web;
import dev.baton.tests.tokens.TokenForge;
import dev.baton.tests.tokens.UsedTokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code ./baton up} started, as {@code ./baton status --json} tells it. */
final class LocalChain implements Chain {

  private static final String AUDIENCE = "baton-api";
  private static final String SIGNING_ALIAS = "signing";
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "orders", "service-a/baton.db.password",
          "stock", "service-b/baton.db.password",
          "prices", "service-c/baton.db.password");

  private final Path home;
  private final List<JsonObject> instances;
  private final Web web;
  private final TokenForge forge;

  /**
   * @throws IllegalStateException when the chain is not up
   */
  LocalChain() {
    home = Path.of(System.getProperty("baton.home", "..")).toAbsolutePath().normalize();
    instances =
        Json.createReader(new StringReader(baton("status", "--json"))).readArray().stream()
            .map(JsonValue::asJsonObject)
            .toList();
    web = Web.trusting(state("tls/ca.pem"));
    forge = forgeOfIssuer();
  }

  @Override
  public URI loadBalancer() {
    return urlOf("lb");
  }

  /** The checkout whose chain this is. */
  Path home() {
    return home;
  }

  /** Where operators come in. */
  URI operators() {
    return instances.stream()
        .filter(one -> one.getString("kind").equals("lb"))
        .map(one -> URI.create(one.getString("adminUrl")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Hop> hops() {
    return Arrays.stream(Hop.Kind.values())
        .flatMap(
            kind ->
                instances.stream()
                    .filter(one -> one.getString("kind").equals(kind.tier()))
                    .map(one -> new Hop(one.getString("name"), kind, url(one))))
        .sorted(Comparator.comparing(Hop::kind))
        .toList();
  }

  @Override
  public TokenForge forge() {
    return forge;
  }

  @Override
  public String tokenOf(String user) {
    return UsedTokens.remembered(baton("token", user).strip());
  }

  @Override
  public Web web() {
    return web;
  }

  /** A client that shows the certificate of one of the chain's own parts, such as gateway-1. */
  Web showing(String name) {
    return showing(state("tls/" + name + ".p12"), secret("common/baton.tls.password"));
  }

  /** A client that shows the certificate of a PKCS12 file. */
  Web showing(Path identity, String password) {
    return Web.trustingAndShowing(state("tls/ca.pem"), identity, password);
  }

  @Override
  public List<JsonObject> auditOf(Hop hop) {
    try {
      return Files.readAllLines(state("logs/" + hop.name() + "/audit.log")).stream()
          .map(line -> Json.createReader(new StringReader(line)).readObject())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TokenForge forgeOfIssuer() {
    String issuer = urlOf("issuer").resolve("/oidc/endpoint/baton").toString();
    try (InputStream in = Files.newInputStream(state("tls/signing.p12"))) {
      char[] password = secret("issuer/baton.signing.password").toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      RSAKey signing = RSAKey.load(store, SIGNING_ALIAS, password);
      JWKSet published = JWKSet.parse(web.get(URI.create(issuer + "/jwk"), "").body());
      return TokenForge.of(signing, published, issuer, AUDIENCE);
    } catch (IOException | GeneralSecurityException | JOSEException | ParseException e) {
      throw new IllegalStateException("the issuer's signing key can not be read", e);
    }
  }

  private URI urlOf(String kind) {
    return instances.stream()
        .filter(one -> one.getString("kind").equals(kind))
        .map(LocalChain::url)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + kind));
  }

  private static URI url(JsonObject instance) {
    return URI.create(instance.getString("url"));
  }

  private Path state(String path) {
    return home.resolve(".baton").resolve(path);
  }

  /** Everything that {@code ./baton status --json} names. */
  List<JsonObject> instances() {
    return instances;
  }

  /** A page of an operators' port, as the administrator. */
  Answer asOperator(URI page) {
    return web.get(page, "", basic("admin"));
  }

  /**
   * A figure that a server tells its operators, summed over its labels.
   *
   * @param name of the metric
   */
  double figure(String server, String name) {
    URI metrics =
        instances.stream()
            .filter(one -> one.getString("name").equals(server))
            .map(one -> URI.create(one.getString("adminUrl")).resolve("/metrics"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("(?m)^" + name + "(?:\\{.*})? ([0-9.E+-]+)$")
        .matcher(asOperator(metrics).body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  /** Asks an operators' port for something, as the administrator; an empty body is none. */
  Answer asOperator(String method, URI page, String body) {
    return as("admin", method, page, body);
  }

  /** The same as the account that may only look. */
  Answer asReader(String method, URI page, String body) {
    return as("reader", method, page, body);
  }

  private Answer as(String account, String method, URI page, String body) {
    Map<String, String> headers = new HashMap<>(basic(account));
    headers.put("Content-Type", "application/json");
    return web.send(
        method,
        page,
        "",
        headers,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private Map<String, String> basic(String account) {
    String both = account + ":" + secret("common/baton." + account + ".password");
    return Map.of(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
  }

  /** {@code kill -9} of one process, by the name that its pid file has. */
  void kill(String name) {
    ProcessHandle process = process(name);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Leaves one process without a processor until {@link #thaw}: it lives and does nothing. */
  void freeze(String name) {
    signal("STOP", name);
  }

  /** Lets a frozen process go on where it was. */
  void thaw(String name) {
    signal("CONT", name);
  }

  /** The process that has a pid file of this name. */
  ProcessHandle process(String name) {
    return found(name).orElseThrow();
  }

  private Optional<ProcessHandle> found(String name) {
    try {
      return ProcessHandle.of(
          Long.parseLong(Files.readString(state("run/" + name + ".pid")).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To the process first, so that it starts no other meanwhile, and to those that it started. */
  private void signal(String signal, String name) {
    ProcessHandle process = process(name);
    signal(signal, process);
    process.descendants().forEach(child -> signal(signal, child));
  }

  private static void signal(String signal, ProcessHandle process) {
    run(new ProcessBuilder("kill", "-" + signal, "" + process.pid()));
  }

  private String secret(String name) {
    try {
      return Files.readString(state("secrets/" + name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts what has died since this chain was looked at, or before. */
  void repair() {
    if (!isWhole()) {
      baton("up");
    }
  }

  private boolean isWhole() {
    return instances.stream().allMatch(one -> one.getString("state").equals("up"))
        && databases().stream().allMatch(name -> found(name).isPresent());
  }

  /** The names of the database servers' processes: one for each service, or one for all. */
  List<String> databases() {
    return Stream.of(Objects.requireNonNull(state("run").toFile().list()))
        .filter(file -> file.matches("database-.*\\.pid"))
        .map(file -> file.replace(".pid", ""))
        .toList();
  }

  /** The name of the process that has a service's database. */
  String databaseOf(String service) {
    return databases().stream()
        .filter(name -> List.of("database-" + service, "database-postgresql").contains(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no database in a process of its own"));
  }

  /** What the chain's PostgreSQL answers the owner of a database: rows, columns joined by a bar. */
  String postgresql(String database, String query) {
    ProcessBuilder psql =
        new ProcessBuilder(
            "psql", "-X", "-At", "-h", "127.0.0.1", "-p", "15432", "-U", database, "-c", query);
    psql.environment().put("PGPASSWORD", secret(PASSWORDS.get(database)));
    psql.environment().put("PGSSLMODE", "verify-full");
    psql.environment().put("PGSSLROOTCERT", state("tls/ca.pem").toString());
    return run(psql).strip();
  }

  /** What the command printed. */
  String baton(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder("./baton").directory(home.toFile());
    builder.command().addAll(List.of(arguments));
    return run(builder);
  }

  private static String run(ProcessBuilder builder) {
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(builder.command() + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
