package dev.perennial.web.api;

import dev.perennial.access.ApiToken;
import dev.perennial.access.Role;
import dev.perennial.access.Tokens;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET} and {@code POST /api/v1/tokens}, {@code DELETE /api/v1/tokens/{id}}. The token itself
 * stands in the answer to POST and never again. Safe for use by many threads.
 */
public final class TokensServlet extends HttpServlet {
  private final transient Tokens tokens;

  public TokensServlet(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<ApiToken> all = tokens.list();
    Json.send(response, 200, "application/json", Json.bytes(json -> write(json, all)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    Wish wish = Wish.read(request, List.of("name", "role"), List.of("expires_at"));
    String name = wish.text("name");
    Role role = wish.role();
    Optional<Instant> expires = wish.time("expires_at");
    wish.check(tokens.faults(name, expires));
    String text = tokens.create(exchange.caller(), name, role, expires, exchange.client());
    ApiToken made = find(token -> token.name().equals(name));
    Json.send(response, 201, "application/json", Json.bytes(json -> write(json, made, text)));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String id = exchange.parameter("id");
    ApiToken token = find(t -> Long.toString(t.id()).equals(id));
    tokens.revoke(exchange.caller(), token.id(), exchange.client());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private ApiToken find(Predicate<ApiToken> wanted) {
    String detail = "There is no token of this id: GET /api/v1/tokens lists them.";
    return tokens.list().stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> Problem.forPrograms(Problem.Type.NOT_FOUND, detail).asException());
  }

  private static void write(JsonGenerator json, List<ApiToken> tokens) {
    json.writeStartObject();
    json.writeArrayPropertyStart("tokens");
    tokens.forEach(token -> write(json, token, ""));
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * @param text the token itself; "" if it is not known any more
   */
  private static void write(JsonGenerator json, ApiToken token, String text) {
    json.writeStartObject();
    json.writeNumberProperty("id", token.id());
    json.writeStringProperty("name", token.name());
    json.writeStringProperty("role", token.role().text());
    if (!text.isEmpty()) {
      json.writeStringProperty("token", text);
    }
    json.writeStringProperty("created_at", token.created().toString());
    json.writeStringProperty("created_by", token.createdBy());
    write(json, "used_at", token.used());
    write(json, "expires_at", token.expires());
    write(json, "revoked_at", token.revoked());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Optional<Instant> time) {
    if (time.isPresent()) {
      json.writeStringProperty(name, time.get().toString());
    } else {
      json.writeNullProperty(name);
    }
  }
}
