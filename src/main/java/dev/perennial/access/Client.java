package dev.perennial.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a request came from. Immutable.
 *
 * @param address an IP literal, or what the container called its peer if that was none
 * @param secure whether the client's own connection is https, so that cookies can be Secure
 */
public record Client(String address, boolean secure) {
  private static final int LONGEST = 100;

  /** Cuts an overlong address, so that it fits its column. */
  public Client {
    address = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
  }

  /**
   * What back-off counts as one client: an IPv4 address, but of IPv6 the /64, since whoever has one
   * address there has 2^64.
   */
  String group() {
    Optional<InetAddress> parsed = Cidr.address(address);
    if (parsed.isEmpty() || !(parsed.get() instanceof Inet6Address)) {
      return parsed.map(InetAddress::getHostAddress).orElse(address);
    }
    byte[] bytes = parsed.get().getAddress();
    Arrays.fill(bytes, 8, 16, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }
}
