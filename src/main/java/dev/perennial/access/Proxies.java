package dev.perennial.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the real client behind reverse proxies. Pure; safe for use by many threads.
 *
 * <p>Headers count only when the peer itself is trusted. The chain is read from the right: the
 * first hop that is not trusted is the client, since everything left of it was written by it. What
 * is not an IP literal ends the walk at the last trusted hop. If {@code Forwarded} and {@code
 * X-Forwarded-For} are both there and disagree, one of them came from the client: then neither
 * counts. The same holds for chains of more than 50 hops or 4,000 characters.
 *
 * @param trusted the proxies' own addresses
 */
public record Proxies(List<Cidr> trusted) {
  private static final int MOST_HOPS = 50;
  private static final int LONGEST = 4_000;

  /** A hop: who connected, and by what scheme; either may be anything the client liked to write. */
  private record Hop(String from, String scheme) {}

  /** Copies the list. */
  public Proxies {
    trusted = List.copyOf(trusted);
  }

  /**
   * The client of a request.
   *
   * @param peer what the container calls the remote address
   * @param secure whether the peer's own connection is https
   * @param forwardedFor all {@code X-Forwarded-For} headers in order
   * @param forwardedProto all {@code X-Forwarded-Proto} headers in order
   * @param forwarded all {@code Forwarded} headers (RFC 7239) in order
   */
  public Client client(
      String peer,
      boolean secure,
      List<String> forwardedFor,
      List<String> forwardedProto,
      List<String> forwarded) {
    Optional<InetAddress> address = Cidr.address(peer);
    Client direct = new Client(address.map(InetAddress::getHostAddress).orElse(peer), secure);
    if (address.isEmpty() || !isTrusted(address.get())) {
      return direct;
    }
    Client byX = walk(direct, xHops(forwardedFor, forwardedProto));
    Client byRfc = walk(direct, rfcHops(forwarded));
    if (forwarded.isEmpty()) {
      return byX;
    }
    if (forwardedFor.isEmpty()) {
      return byRfc;
    }
    return byX.address().equals(byRfc.address()) ? byX : direct;
  }

  /** Whether the headers of this peer count. */
  public boolean trusts(String peer) {
    return Cidr.address(peer).filter(this::isTrusted).isPresent();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private Client walk(Client peer, List<Hop> hops) {
    Client client = peer;
    for (int i = hops.size() - 1; i >= 0; i--) {
      Hop hop = hops.get(i);
      boolean secure =
          switch (hop.scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default -> client.secure();
          };
      Optional<InetAddress> address = Cidr.address(withoutPort(hop.from));
      if (address.isEmpty()) {
        return new Client(client.address(), secure);
      }
      client = new Client(address.get().getHostAddress(), secure);
      if (!isTrusted(address.get())) {
        return client;
      }
    }
    return client;
  }

  private static List<Hop> xHops(List<String> addresses, List<String> schemes) {
    List<String> from = split(addresses);
    List<String> proto = split(schemes);
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      // Proxies that overwrite the scheme leave one for the whole chain.
      int at = proto.size() == 1 ? 0 : i - from.size() + proto.size();
      hops.add(new Hop(from.get(i), at >= 0 && at < proto.size() ? proto.get(at) : ""));
    }
    return hops;
  }

  private static List<Hop> rfcHops(List<String> headers) {
    List<Hop> hops = new ArrayList<>();
    for (String element : split(headers)) {
      String from = "";
      String scheme = "";
      for (String pair : element.split(";", MOST_HOPS)) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String text = pair.substring(equals + 1).strip().replace("\"", "");
        from = key.equals("for") ? text : from;
        scheme = key.equals("proto") ? text : scheme;
      }
      hops.add(new Hop(from, scheme));
    }
    return hops;
  }

  /** All values of a list header, or none if somebody overdid it. */
  private static List<String> split(List<String> headers) {
    String all = String.join(",", headers);
    if (all.isBlank() || all.length() > LONGEST) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String part : all.split(",", -1)) {
      values.add(part.strip());
    }
    return values.size() > MOST_HOPS ? List.of() : values;
  }

  private static String withoutPort(String host) {
    int bracket = host.indexOf(']');
    if (host.startsWith("[") && bracket > 0) {
      return host.substring(0, bracket + 1);
    }
    int colon = host.indexOf(':');
    boolean port = colon >= 0 && colon == host.lastIndexOf(':');
    return port ? host.substring(0, colon) : host;
  }
}
