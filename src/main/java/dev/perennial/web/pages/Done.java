package dev.perennial.web.pages;

import dev.perennial.web.Fields;
import dev.perennial.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an administrator has just done. The form's answer sends the browser on with the name in the
 * address ({@code ?done=rolled-back}), and the page that it comes to says it in words. Only pages
 * whose query is no input of a model do that. Other names say nothing.
 */
enum Done {
  PROMOTED("done.promoted"),
  ROLLED_BACK("done.rolled-back"),
  CHALLENGES("done.challenges"),
  WITHDRAWN("done.withdrawn"),
  IMPORTED("done.imported"),
  CANCELLED("done.cancelled"),
  ERASED("done.erased"),
  DISCARDED("done.discarded"),
  ACCOUNT_MADE("done.account-made"),
  ROLE_CHANGED("done.role-changed"),
  PASSWORD_RESET("done.password-reset"),
  ACCOUNT_REMOVED("done.account-removed"),
  TOKEN_REVOKED("done.token-revoked"),
  PASSWORD_CHANGED("done.password-changed");

  /** Of the query. */
  static final String NAME = "done";

  private final String key;

  Done(String key) {
    this.key = key;
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Sends the browser to a page that says it.
   *
   * @param path without a query
   */
  void at(HttpServletRequest request, HttpServletResponse response, String path) {
    Redirect.to(request, response, path + "?" + NAME + "=" + text());
  }

  /**
   * Lets the page say what the address names, if it names something.
   *
   * @param values for the text's {0}, {1} …
   */
  static void say(HttpServletRequest request, Object... values) {
    String name = Fields.ofQuery(request).text(NAME);
    Arrays.stream(values())
        .filter(each -> each.text().equals(name))
        .forEach(each -> request.setAttribute(NAME, Language.of(request).say(each.key, values)));
  }
}
