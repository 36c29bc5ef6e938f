package dev.perennial.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one cookie there is: of a session, or of a visitor's form before sign-in. HttpOnly;
 * SameSite=Lax, so that a link in a mail to a page of ours finds its reader signed in (what changes
 * anything is never a GET); Secure where the client's own connection is https; gone with the
 * browser. When it ends is the session's matter.
 */
public final class SessionCookie {
  private SessionCookie() {}

  /** Sets it to this value. */
  public static void set(HttpServletRequest request, HttpServletResponse response, String value) {
    response.addCookie(cookie(request, value));
  }

  /** Takes it back. */
  public static void clear(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = cookie(request, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Cookie cookie(HttpServletRequest request, String value) {
    Cookie cookie = new Cookie(Credentials.COOKIE, value);
    String path = request.getContextPath();
    cookie.setPath(path.isEmpty() ? "/" : path);
    cookie.setHttpOnly(true);
    cookie.setSecure(Exchange.of(request).client().secure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
