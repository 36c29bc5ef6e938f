package dev.perennial.web.pages;

import dev.perennial.access.Access;
import dev.perennial.access.SignIn;
import dev.perennial.web.Credentials;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Redirect;
import dev.perennial.web.SessionCookie;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /sign-in}: a name and a password open a session. Safe for use by many threads. */
public final class SignInServlet extends HttpServlet {
  private final transient Access access;

  public SignInServlet(Access access) {
    this.access = access;
  }

  /**
   * The page.
   *
   * @param name as typed
   * @param next where to go afterwards; a path of ours
   * @param problem what was wrong, or ""
   * @param initial whether the password of the first start is still in force, in its file
   */
  public record View(String name, String next, String problem, boolean initial) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String next = Redirect.local(Fields.ofQuery(request).text("next"));
    if (Exchange.of(request).account().isEmpty()) {
      show(request, response, "", next, "");
    } else {
      Redirect.to(request, response, next);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    String name = fields.text("name");
    String next = Redirect.local(fields.text("next"));
    var client = Exchange.of(request).client();
    var outcome =
        access.signIn().signIn(name, fields.text("password"), client, Credentials.cookie(request));
    if (outcome instanceof SignIn.Opened opened) {
      SessionCookie.set(request, response, opened.token());
      Redirect.to(request, response, next);
    } else {
      show(
          request,
          response,
          name,
          next,
          Attempt.refuse(
              outcome,
              response,
              Language.of(request),
              Language.of(request).say("sign-in.name-or-password-is")));
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String next,
      String problem)
      throws ServletException, IOException {
    View view = new View(name, next, problem, access.hasInitialPassword());
    Page.show(request, response, "sign-in", view);
  }
}
