package dev.baton.tests.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and certificates of one test run: an authority, one server certificate for all hosts of the
 * network, and the issuer's signing key.
 *
 * @param folder holds ca.pem, server.p12, server.pem, server.key, trust.p12 and signing.p12
 * @param password opens every store
 */
record KeyMaterial(Path folder, String password) {

  static final String SIGNING_ALIAS = "signing";
  private static final long KEYTOOL_SECONDS = 30;

  /** Makes new ones in a new folder. */
  static KeyMaterial fresh(List<String> hosts) {
    try {
      KeyMaterial keys =
          new KeyMaterial(Files.createTempDirectory("baton-keys"), UUID.randomUUID().toString());
      keys.generate(hosts);
      keys.deleteOnExit();
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no key material", e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  KeyStore store(String name) {
    try (InputStream in = Files.newInputStream(file(name))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void generate(List<String> hosts) throws IOException, GeneralSecurityException {
    String names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
    keytool(
        "ca", "-dname", "CN=Test authority", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
    keytool(
        "server",
        "-dname",
        "CN=Test server",
        "-signer",
        "ca",
        "-ext",
        "san=" + names + ",ip:127.0.0.1");
    keytool(SIGNING_ALIAS, "-dname", "CN=Test signing");
    KeyStore all = store("all.p12");
    write("server.p12", keyOnly(all, "server"));
    write("signing.p12", keyOnly(all, SIGNING_ALIAS));
    KeyStore trust = empty();
    trust.setCertificateEntry("ca", all.getCertificate("ca"));
    write("trust.p12", trust);
    Files.writeString(file("ca.pem"), pem("CERTIFICATE", all.getCertificate("ca").getEncoded()));
    Files.writeString(file("server.key"), pem("PRIVATE KEY", key(all, "server").getEncoded()));
    Files.writeString(file("server.pem"), chainPem(all.getCertificateChain("server")));
  }

  private void deleteOnExit() throws IOException {
    folder.toFile().deleteOnExit();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toFile).forEach(File::deleteOnExit);
    }
  }

  private void keytool(String alias, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file("all.p12").toString(),
                "-storepass:env",
                "STORE_PASSWORD",
                "-alias",
                alias));
    command.addAll(Arrays.asList(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STORE_PASSWORD", password);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private KeyStore keyOnly(KeyStore all, String alias)
      throws GeneralSecurityException, IOException {
    KeyStore one = empty();
    one.setKeyEntry(alias, key(all, alias), password.toCharArray(), all.getCertificateChain(alias));
    return one;
  }

  private Key key(KeyStore store, String alias) throws GeneralSecurityException {
    return store.getKey(alias, password.toCharArray());
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void write(String name, KeyStore store) throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file(name))) {
      store.store(out, password.toCharArray());
    }
  }

  private static String chainPem(Certificate[] chain) throws GeneralSecurityException {
    StringBuilder text = new StringBuilder();
    for (Certificate one : chain) {
      text.append(pem("CERTIFICATE", one.getEncoded()));
    }
    return text.toString();
  }

  private static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, body);
  }
}
