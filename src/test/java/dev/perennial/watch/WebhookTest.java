package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.perennial.db.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final String SECRET = "a-secret-for-the-tests-only";

  private record Received(String body, String delivery, String timestamp, String signature) {}

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private Database database;
  private Deliveries deliveries;
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("db"));
    deliveries = new Deliveries(database);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/alarms",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  headers.getFirst("Perennial-Delivery"),
                  headers.getFirst("Perennial-Timestamp"),
                  headers.getFirst("Perennial-Signature")));
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    database.close();
  }

  private Messenger messenger(boolean allowPrivate) {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/alarms?from=me");
    return new Messenger(deliveries, new Webhook(url, SECRET, allowPrivate), clock);
  }

  private void add(String body) {
    database.run(handle -> Deliveries.add(handle, 1, body, clock.instant()));
  }

  private Deliveries.Delivery newest() {
    return deliveries.newest(1).get(0);
  }

  @Test
  void whatIsToldArrivesOnceAndItsSignatureVerifies() throws GeneralSecurityException {
    add("{\"sentence\":\"größer\"}");
    try (Messenger messenger = messenger(true)) {
      messenger.sendDue();
      messenger.sendDue();
    }
    assertEquals(1, received.size());
    Received one = received.get(0);
    assertEquals("{\"sentence\":\"größer\"}", one.body());
    assertEquals(Long.toString(clock.instant().getEpochSecond()), one.timestamp());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] expected =
        mac.doFinal((one.timestamp() + "." + one.body()).getBytes(StandardCharsets.UTF_8));
    assertEquals("sha256=" + HexFormat.of().formatHex(expected), one.signature());
    assertEquals("delivered", newest().state());
    assertEquals("answered 204", newest().result());
    assertEquals(List.of(), deliveries.troubled(10));
  }

  @Test
  void aFailureIsTriedAgainLaterUnderTheSameNumberAndGivenUpInTheEnd() {
    add("{}");
    status = 500;
    try (Messenger messenger = messenger(true)) {
      for (int i = 0; i < Messenger.MOST_ATTEMPTS; i++) {
        messenger.sendDue();
        messenger.sendDue();
        assertEquals(i + 1, received.size());
        clock.move(Messenger.pause(i));
      }
      messenger.sendDue();
    }
    assertEquals(Messenger.MOST_ATTEMPTS, received.size());
    assertEquals(1, received.stream().map(Received::delivery).distinct().count());
    assertEquals("given up", newest().state());
    assertEquals("answered 500", newest().result());
    assertEquals(Map.of("waiting", 0L, "delivered", 0L, "given up", 1L), deliveries.counts());
    assertEquals(deliveries.newest(1), deliveries.troubled(10));
  }

  @Test
  void aTargetThatComesBackGetsWhatWaitedInOrder() {
    add("1");
    add("2");
    status = 503;
    try (Messenger messenger = messenger(true)) {
      messenger.sendDue();
      assertEquals(1, received.size());
      status = 200;
      clock.move(Messenger.pause(0));
      messenger.sendDue();
    }
    assertEquals(List.of("1", "1", "2"), received.stream().map(Received::body).toList());
  }

  @Test
  void aRedirectIsNotFollowed() {
    add("{}");
    status = 307;
    try (Messenger messenger = messenger(true)) {
      messenger.sendDue();
    }
    assertEquals("answered 307", newest().result());
  }

  @Test
  void aPrivateAddressBehindANameIsRefusedUnlessAllowed() {
    add("{}");
    try (Messenger messenger = messenger(false)) {
      messenger.sendDue();
    }
    assertTrue(received.isEmpty());
    assertEquals("waiting", newest().state());
    assertTrue(newest().result().contains("no public address"), newest().result());
  }

  @Test
  void aTargetThatIsAwayOrSilentIsASentenceInTheLog() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
      Webhook webhook = new Webhook(url, SECRET, true);
      WebhookPost post = new WebhookPost(webhook, Duration.ofMillis(200));
      String reason = "";
      try {
        post.send(1, "{}", 0);
      } catch (IOException e) {
        reason = String.valueOf(e.getMessage());
      }
      assertFalse(reason.isEmpty());
    }
  }

  @Test
  void aTargetThatIsAwayForLongMissesTheRest() {
    for (int i = 0; i < Deliveries.MOST_WAITING + 1; i++) {
      add("{}");
    }
    assertEquals("given up", newest().state());
    assertEquals(20, deliveries.due(clock.instant()).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void neighboursAreNotPublic(String address) throws IOException {
    assertFalse(PublicAddress.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "64:ff9b::101:101"})
  void theRestOfTheWorldIsPublic(String address) throws IOException {
    assertTrue(PublicAddress.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/", "https:///path", "example.org", "http://u:p@h/", "%"})
  void anAddressThatCannotBePostedToIsNoWebhook(String text) {
    assertTrue(Webhook.url(text).isEmpty());
  }
}
