package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private final Proxies proxies =
      new Proxies(List.of(cidr("10.0.0.0/8"), cidr("fd00::/8"), cidr("127.0.0.1")));

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orElseThrow();
  }

  private Client x(String peer, String chain, String scheme) {
    return proxies.client(peer, false, List.of(chain), List.of(scheme), List.of());
  }

  @Test
  void believesNoHeaderOfAPeerThatIsNotTrusted() {
    assertEquals(new Client("203.0.113.9", false), x("203.0.113.9", "1.2.3.4", "https"));
  }

  @Test
  void takesTheRightMostHopThatIsNotTrusted() {
    assertEquals(
        new Client("203.0.113.9", true), x("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2", "https"));
  }

  @Test
  void takesTheSchemeThatTheClientsOwnProxySaw() {
    assertEquals(
        new Client("203.0.113.9", true), x("10.0.0.1", "203.0.113.9, 10.0.0.2", "https, http"));
    assertEquals(
        new Client("203.0.113.9", false),
        x("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2", "https, http, https"));
  }

  @Test
  void readsForwardedWithPortsQuotesAndBrackets() {
    List<String> header =
        List.of("for=1.2.3.4, for=\"[2001:db8::1]:4711\";proto=https;by=10.0.0.1");
    Client client = proxies.client("10.0.0.1", false, List.of(), List.of(), header);
    assertEquals(new Client("2001:db8:0:0:0:0:0:1", true), client);
  }

  @Test
  void believesNeitherHeaderWhenTheTwoDisagree() {
    Client client =
        proxies.client(
            "10.0.0.1", false, List.of("203.0.113.9"), List.of(), List.of("for=1.2.3.4"));
    assertEquals(new Client("10.0.0.1", false), client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",,,",
        "unknown",
        "_hidden",
        "localhost",
        "example.org",
        "1.2.3",
        "1.2.3.4.5",
        "0x7f.1",
        "2130706433",
        "999.1.1.1",
        "[::1",
        "::1::",
        "<script>",
        "\u0661.2.3.4",
        "%00",
        "1.2.3.4/8"
      })
  void stopsAtTheTrustedProxyWhenTheChainHoldsNoAddress(String hostile) {
    assertEquals("10.0.0.1", x("10.0.0.1", hostile, "gopher").address());
    assertEquals("10.0.0.3", x("10.0.0.1", hostile + ", 10.0.0.3", "https").address());
  }

  @Test
  void ignoresChainsThatAreTooLong() {
    assertEquals("10.0.0.1", x("10.0.0.1", "1.2.3.4,".repeat(60) + "1.2.3.4", "").address());
    assertEquals("10.0.0.1", x("10.0.0.1", " ".repeat(5_000) + "1.2.3.4", "").address());
  }

  @Test
  void aPeerInBracketsOrWithAZoneOrMappedToIpv6IsRecognised() {
    assertEquals("1.2.3.4", x("[fd00::1%eth0]", "1.2.3.4", "").address());
    assertEquals("1.2.3.4", x("::ffff:10.1.1.1", "1.2.3.4", "").address());
  }

  @Test
  void rangesCountBits() {
    assertTrue(cidr("192.0.2.128/25").contains(Cidr.address("192.0.2.200").orElseThrow()));
    assertFalse(cidr("192.0.2.128/25").contains(Cidr.address("192.0.2.100").orElseThrow()));
    assertTrue(cidr("0.0.0.0/0").contains(Cidr.address("8.8.8.8").orElseThrow()));
    assertFalse(cidr("0.0.0.0/0").contains(Cidr.address("::1").orElseThrow()));
    for (String wrong :
        List.of("10.0.0.0/33", "::/129", "10.0.0.0/", "host/8", "10.0.0.0/-1", "")) {
      assertEquals(Optional.empty(), Cidr.parse(wrong), wrong);
    }
  }

  @Test
  void anIpv6ClientIsItsNetworkOfSixtyFourBits() {
    assertEquals(
        new Client("2001:db8:1:2::1", true).group(),
        new Client("2001:db8:1:2:ffff::9", true).group());
    assertEquals("192.0.2.1", House.HOME.group());
    assertEquals("192.0.2.1", new Client("::ffff:192.0.2.1", true).group());
  }
}
