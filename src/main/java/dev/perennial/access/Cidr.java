package dev.perennial.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, as {@code 10.0.0.0/8}, {@code fd00::/8} or one address. Never asks DNS.
 *
 * @param network any address in it
 * @param bits how many leading bits count: 0 to 32 (IPv4) or 128 (IPv6)
 */
public record Cidr(InetAddress network, int bits) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** Reads one; empty if it is not one. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> network = address(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    if (slash >= 0 && !length.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    return network
        .map(n -> new Cidr(n, slash < 0 ? n.getAddress().length * 8 : Integer.parseInt(length)))
        .filter(range -> range.bits <= range.network.getAddress().length * 8);
  }

  /** Whether the address lies in this range. */
  public boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /**
   * An IP literal, in brackets or with a zone too, as containers give a peer; IPv4 inside IPv6
   * comes out as IPv4. Empty for anything else: host names are not looked up.
   */
  static Optional<InetAddress> address(String text) {
    String bare = text;
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    int zone = bare.indexOf('%');
    if (zone >= 0) {
      bare = bare.substring(0, zone);
    }
    boolean literal =
        IPV4.matcher(bare).matches() || (bare.contains(":") && IPV6.matcher(bare).matches());
    if (!literal) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
