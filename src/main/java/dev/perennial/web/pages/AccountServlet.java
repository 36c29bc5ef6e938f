package dev.perennial.web.pages;

import dev.perennial.access.Access;
import dev.perennial.access.Refusal;
import dev.perennial.access.SignIn;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.SessionCookie;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /account}: who one is, and a new password. Safe for use by many threads. */
public final class AccountServlet extends HttpServlet {
  private final transient Access access;

  public AccountServlet(Access access) {
    this.access = access;
  }

  /**
   * The page.
   *
   * @param session whether the caller is signed in, and so has a password to change
   * @param problem what was wrong with the new password, or ""
   */
  public record View(String name, String role, boolean session, String problem) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Done.say(request);
    show(request, response, "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    try {
      SignIn.Outcome outcome = change(request, fields);
      if (outcome instanceof SignIn.Opened opened) {
        SessionCookie.set(request, response, opened.token());
        Done.PASSWORD_CHANGED.at(request, response, "/account");
      } else {
        show(
            request,
            response,
            Attempt.refuse(
                outcome,
                response,
                Language.of(request),
                Language.of(request).say("account.the-current-password-is")));
      }
    } catch (Refusal e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      show(request, response, Language.of(request).said(e.text()));
    }
  }

  private SignIn.Outcome change(HttpServletRequest request, Fields fields) {
    String fresh = fields.text("new");
    if (!fresh.equals(fields.text("again"))) {
      throw new Refusal("again", Said.of("said.typed-in-two-ways"));
    }
    Exchange exchange = Exchange.of(request);
    return access
        .signIn()
        .changePassword(exchange.caller(), fields.text("password"), fresh, exchange.client());
  }

  private static void show(HttpServletRequest request, HttpServletResponse response, String problem)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    String role = exchange.caller().role().map(r -> r.text()).orElse("");
    View view = new View(exchange.caller().name(), role, !exchange.account().isEmpty(), problem);
    Page.show(request, response, "account", view);
  }
}
