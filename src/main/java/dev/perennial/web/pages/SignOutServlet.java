package dev.perennial.web.pages;

import dev.perennial.access.Access;
import dev.perennial.web.Credentials;
import dev.perennial.web.Exchange;
import dev.perennial.web.Redirect;
import dev.perennial.web.SessionCookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /sign-out}: ends the session. Safe for use by many threads. */
public final class SignOutServlet extends HttpServlet {
  private final transient Access access;

  public SignOutServlet(Access access) {
    this.access = access;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    Credentials.cookie(request).ifPresent(access.sessions()::end);
    if (!exchange.account().isEmpty()) {
      String actor = exchange.caller().actor();
      access.audit().record(actor, "signed-out", exchange.client().address(), "");
    }
    SessionCookie.clear(request, response);
    Redirect.to(request, response, "/sign-in");
  }
}
