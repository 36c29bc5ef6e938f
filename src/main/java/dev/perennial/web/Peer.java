package dev.perennial.web;

import dev.perennial.access.Client;
import dev.perennial.access.Proxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a request's connection, and what it may say about the client behind
 * it: a proxy's headers count only if its address is trusted.
 */
record Peer(Proxies proxies, HttpServletRequest request) {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  Client client() {
    return proxies.client(
        request.getRemoteAddr(),
        request.isSecure(),
        all("X-Forwarded-For"),
        all("X-Forwarded-Proto"),
        all("Forwarded"));
  }

  /** As the client wrote it in front of the path; the proxy next to us has the last word. */
  String origin() {
    List<String> said = all("X-Forwarded-Host");
    Optional<String> forwarded =
        said.isEmpty() || !proxies.trusts(request.getRemoteAddr())
            ? Optional.empty()
            : Optional.of(said.get(said.size() - 1)).map(Peer::last);
    @Nullable String host = request.getHeader("Host");
    String scheme = client().secure() ? "https" : "http";
    return scheme
        + "://"
        + forwarded
            .filter(Peer::isHost)
            .or(() -> Optional.ofNullable(host).filter(Peer::isHost))
            .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
  }

  /** The page to come back to: path and query, without the context path. */
  String here() {
    @Nullable String info = request.getPathInfo();
    @Nullable String query = request.getQueryString();
    String path = request.getServletPath() + (info == null ? "" : info);
    return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static String last(String values) {
    return values.substring(values.lastIndexOf(',') + 1).strip();
  }

  private static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  private List<String> all(String header) {
    return Collections.list(request.getHeaders(header));
  }
}
