package dev.perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/** Sends a browser to another page of ours. */
public final class Redirect {
  /**
   * Printable ASCII that begins with one slash. Two, or a slash and a backslash, would name another
   * host.
   */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,2000}");

  private Redirect() {}

  /**
   * Answers 303 See Other.
   *
   * @param path of ours, without the context path, beginning with a slash
   */
  public static void to(HttpServletRequest request, HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + path);
  }

  /** The path if it can only lead to a page of ours, else the first page. */
  public static String local(String path) {
    return LOCAL.matcher(path).matches() ? path : "/";
  }
}
