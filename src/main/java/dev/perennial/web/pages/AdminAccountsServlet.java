package dev.perennial.web.pages;

import dev.perennial.access.Account;
import dev.perennial.access.Accounts;
import dev.perennial.access.Caller;
import dev.perennial.access.Client;
import dev.perennial.access.Refusal;
import dev.perennial.access.Role;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /admin/accounts}: who can sign in. Safe for use by many threads. */
public final class AdminAccountsServlet extends HttpServlet {
  private final transient Accounts accounts;

  public AdminAccountsServlet(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The page.
   *
   * @param typed the name in the form for a new account
   * @param problem what was wrong, or ""
   */
  public record View(List<Row> rows, String typed, String problem) {}

  /**
   * An account.
   *
   * @param self whether it is the reader's own
   */
  public record Row(String name, String role, Moment created, Moment passwordAt, boolean self) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Done.say(request);
    show(request, response, "", "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    String act = fields.text("act");
    try {
      run(act, fields, Exchange.of(request)).at(request, response, "/admin/accounts");
    } catch (Refusal e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      String typed = act.equals("create") ? fields.text("name") : "";
      show(request, response, typed, Language.of(request).said(e.text()));
    }
  }

  private Done run(String act, Fields fields, Exchange exchange) {
    Caller by = exchange.caller();
    Client from = exchange.client();
    String name = fields.text("name");
    switch (act) {
      case "create" -> {
        accounts.create(by, name, Role.read(fields.text("role")), fields.text("password"), from);
        return Done.ACCOUNT_MADE;
      }
      case "role" -> {
        accounts.changeRole(by, name, Role.read(fields.text("role")), from);
        return Done.ROLE_CHANGED;
      }
      case "password" -> {
        accounts.resetPassword(by, name, fields.text("password"), from);
        return Done.PASSWORD_RESET;
      }
      case "remove" -> {
        accounts.remove(by, sure(name, fields), from);
        return Done.ACCOUNT_REMOVED;
      }
      default -> throw new Refusal("act", Said.of("said.form-says-nothing"));
    }
  }

  private static String sure(String name, Fields fields) {
    if (!fields.text("sure").equals("yes")) {
      throw new Refusal("sure", Said.of("said.not-removed", name));
    }
    return name;
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, String typed, String problem)
      throws ServletException, IOException {
    String self = Exchange.of(request).account();
    List<Row> rows = accounts.list().stream().map(account -> row(account, self)).toList();
    Page.show(request, response, "admin-accounts", new View(rows, typed, problem));
  }

  private static Row row(Account account, String self) {
    return new Row(
        account.name(),
        account.role().text(),
        Moment.of(account.created()),
        Moment.of(account.passwordAt()),
        account.name().equals(self));
  }
}
