package dev.perennial.web.api;

import dev.perennial.access.Account;
import dev.perennial.access.Accounts;
import dev.perennial.access.Role;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET} and {@code POST /api/v1/accounts}, {@code DELETE /api/v1/accounts/{name}}. Safe for
 * use by many threads.
 */
public final class AccountsServlet extends HttpServlet {
  private final transient Accounts accounts;

  public AccountsServlet(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Account> all = accounts.list();
    Json.send(response, 200, "application/json", Json.bytes(json -> write(json, all)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    Wish wish = Wish.read(request, List.of("name", "role", "password"), List.of());
    Role role = wish.role();
    wish.check(Accounts.faults(wish.text("name"), wish.text("password")));
    accounts.create(
        exchange.caller(), wish.text("name"), role, wish.text("password"), exchange.client());
    Account made = find(wish.text("name"));
    Json.send(response, 201, "application/json", Json.bytes(json -> write(json, made)));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String name = find(exchange.parameter("name")).name();
    accounts.remove(exchange.caller(), name, exchange.client());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private Account find(String name) {
    return accounts.list().stream()
        .filter(account -> account.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.forPrograms(Problem.Type.NOT_FOUND, "There is no account of this name.")
                    .asException());
  }

  private static void write(JsonGenerator json, List<Account> accounts) {
    json.writeStartObject();
    json.writeArrayPropertyStart("accounts");
    accounts.forEach(account -> write(json, account));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Account account) {
    json.writeStartObject();
    json.writeStringProperty("name", account.name());
    json.writeStringProperty("role", account.role().text());
    json.writeStringProperty("created_at", account.created().toString());
    json.writeStringProperty("password_at", account.passwordAt().toString());
    json.writeEndObject();
  }
}
