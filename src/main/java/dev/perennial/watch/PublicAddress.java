package dev.perennial.watch;

import dev.perennial.access.Cidr;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a webhook may be sent to. Whoever may set the URL could otherwise make the server
 * talk to its own neighbours: to the loopback, the private network, or the host's metadata service.
 */
final class PublicAddress {
  /** From the IANA registries of special-purpose IPv4 and IPv6 addresses. */
  private static final List<Cidr> NOT_PUBLIC =
      List.of(
          range("0.0.0.0/8"),
          range("10.0.0.0/8"),
          range("100.64.0.0/10"),
          range("127.0.0.0/8"),
          range("169.254.0.0/16"),
          range("172.16.0.0/12"),
          range("192.0.0.0/24"),
          range("192.0.2.0/24"),
          range("192.168.0.0/16"),
          range("198.18.0.0/15"),
          range("198.51.100.0/24"),
          range("203.0.113.0/24"),
          range("224.0.0.0/3"),
          range("::/96"),
          range("64:ff9b:1::/48"),
          range("100::/64"),
          range("2001::/23"),
          range("2001:db8::/32"),
          range("3fff::/20"),
          range("fc00::/7"),
          range("fe80::/9"),
          range("ff00::/8"));

  private static final Cidr NAT64 = range("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = range("2002::/16");

  private PublicAddress() {}

  private static Cidr range(String text) {
    return Cidr.parse(text).orElseThrow();
  }

  /**
   * The address to connect to, so that a name that answers otherwise a moment later changes
   * nothing.
   *
   * @param allowPrivate whether every address will do
   * @throws IOException with a sentence if the name is unknown, or one of its addresses is not
   *     public
   */
  static InetAddress of(String host, boolean allowPrivate) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic(address)) {
        throw new IOException(
            host
                + " is "
                + address.getHostAddress()
                + ", which is no public address; perennial.webhook.allow-private=true allows it");
      }
    }
    return addresses[0];
  }

  static boolean isPublic(InetAddress address) {
    return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address))
        && (!(address instanceof Inet6Address) || isPublicInside(address));
  }

  /** An IPv4 address may travel inside an IPv6 one. */
  private static boolean isPublicInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    try {
      if (NAT64.contains(address)) {
        return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
      }
      return !SIX_TO_FOUR.contains(address)
          || isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
    } catch (IOException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
