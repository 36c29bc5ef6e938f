package dev.perennial.web.filter;

import dev.perennial.model.ModelFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Static files under names that change with their content, so that a browser may keep them for
 * ever: {@code /assets/perennial.css} has the address {@code /assets/perennial.0123456789ab.css}.
 * Pages find this filter as the request attribute "assets" and ask it for addresses. Whole in
 * memory, plain and compressed; the same in every container. Safe for use by many threads.
 */
public final class Assets extends HttpFilter {
  private static final String ATTRIBUTE = "assets";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");
  private static final Pattern PLAIN = Pattern.compile("(/(?:assets|webjars)/.+)\\.(css|js|svg)");
  private static final Pattern NAMED =
      Pattern.compile("(/(?:assets|webjars)/.+)\\.([0-9a-f]{12})(\\.(?:css|js|svg))");
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  /** A file as it is and compressed; the hash is of its content. */
  private record Asset(String type, String hash, byte[] plain, byte[] gzip) {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(ATTRIBUTE, this);
    Matcher named = NAMED.matcher(request.getServletPath() + pathInfo(request));
    Optional<Asset> asset = Optional.empty();
    if (named.matches() && request.getMethod().matches("GET|HEAD")) {
      asset = find(named.group(1) + named.group(3));
    }
    if (asset.isPresent()) {
      send(request, response, asset.get(), asset.get().hash.equals(named.group(2)));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String pathInfo(HttpServletRequest request) {
    @Nullable String info = request.getPathInfo();
    return info == null ? "" : info;
  }

  /** A name of an older or a newer release gets what there is now, and may not keep it. */
  private static void send(
      HttpServletRequest request, HttpServletResponse response, Asset asset, boolean current)
      throws IOException {
    boolean small = Gzip.isTakenBy(request);
    byte[] body = small ? asset.gzip : asset.plain;
    response.setHeader("Cache-Control", current ? FOR_EVER : "no-cache");
    response.setHeader("Vary", "Accept-Encoding");
    if (small) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.type);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** The address of a file, below the context path as is the name; the name if there is no such. */
  public String at(String name) {
    int end = name.lastIndexOf('.');
    return find(name)
        .map(asset -> name.substring(0, end) + "." + asset.hash + name.substring(end))
        .orElse(name);
  }

  private Optional<Asset> find(String name) {
    @Nullable Asset found = known.get(name);
    if (found != null) {
      return Optional.of(found);
    }
    Matcher plain = PLAIN.matcher(name);
    Optional<Asset> read = plain.matches() ? read(name, plain.group(2)) : Optional.empty();
    read.ifPresent(asset -> known.put(name, asset));
    return read;
  }

  private Optional<Asset> read(String name, String extension) {
    ServletContext context = getServletContext();
    try (@Nullable InputStream file = context.getResourceAsStream(name)) {
      if (file == null) {
        return Optional.empty();
      }
      byte[] plain = file.readAllBytes();
      String type = TYPES.getOrDefault(extension, "application/octet-stream");
      return Optional.of(
          new Asset(type, ModelFiles.sha256(plain).substring(0, 12), plain, Gzip.of(plain, 9)));
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the application cannot be read", e);
    }
  }
}
