package dev.perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form of ours sent.
 *
 * @param values of each field, in the order sent
 */
public record Fields(Map<String, List<String>> values) {
  /** The forms of our pages are small. */
  private static final int MOST_BODY = 64 << 10;

  /**
   * Reads the body.
   *
   * @throws ProblemException with 400, 413 or 415
   */
  public static Fields read(HttpServletRequest request) {
    MediaType.require(request, "application/x-www-form-urlencoded");
    return new Fields(UrlEncoded.read(Body.read(request, MOST_BODY)));
  }

  /** The names and values of a URL's query. */
  public static Fields ofQuery(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return new Fields(
        UrlEncoded.read(query.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
  }

  /** The first value of this name as it was typed; "" if there is none. */
  public String text(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }
}
