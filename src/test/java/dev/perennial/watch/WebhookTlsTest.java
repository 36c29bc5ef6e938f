package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook that is told over TLS, by what this Java trusts; each test says what that is. */
class WebhookTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private SSLContext usual;

  @BeforeEach
  void remember() throws GeneralSecurityException {
    usual = SSLContext.getDefault();
  }

  @AfterEach
  void restore() {
    SSLContext.setDefault(usual);
  }

  /** A key with a certificate for this host, made by Java's own tool. */
  private KeyStore certified(String host) throws Exception {
    Path file = folder.resolve(host + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), said);
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static SSLContext server(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void trust(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLContext.setDefault(context);
  }

  private int send(KeyStore keys) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(server(keys)));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
      Webhook webhook = new Webhook(url, "a-secret-for-the-tests-only", true);
      return new WebhookPost(webhook, Duration.ofSeconds(20)).send(1, "{\"a\":\"größer\"}", 0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aTrustedCertificateOfTheHostIsTold() throws Exception {
    KeyStore keys = certified("localhost");
    trust(keys);
    assertEquals(202, send(keys));
    assertEquals(List.of("{\"a\":\"größer\"}"), received);
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsNotTold() throws Exception {
    KeyStore keys = certified("elsewhere.example");
    trust(keys);
    IOException refused = assertThrows(SSLException.class, () -> send(keys));
    assertTrue(String.valueOf(refused.getMessage()).contains("localhost"), refused::toString);
    assertEquals(List.of(), received);
  }

  @Test
  void aCertificateThatNobodyTrustsIsNotTold() throws Exception {
    KeyStore keys = certified("localhost");
    assertThrows(SSLException.class, () -> send(keys));
    assertEquals(List.of(), received);
  }
}
