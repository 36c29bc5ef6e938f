package dev.perennial.web.pages;

import dev.perennial.access.ApiToken;
import dev.perennial.access.Refusal;
import dev.perennial.access.Role;
import dev.perennial.access.Tokens;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /admin/tokens}: what programs sign in with. Safe for use by many threads. */
public final class AdminTokensServlet extends HttpServlet {
  private final transient Tokens tokens;
  private final transient Clock clock;

  public AdminTokensServlet(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param typed the name in the form for a new token
   * @param made the token that was just made: shown this once; or ""
   * @param problem what was wrong, or ""
   */
  public record View(List<Row> rows, String typed, String made, String problem) {}

  /**
   * A token.
   *
   * @param used when, or "never" without a time
   * @param state valid, expired or revoked
   * @param until when it expired or will; absent where it does not
   */
  public record Row(
      long id,
      String name,
      String role,
      Moment created,
      String by,
      Moment used,
      String state,
      Optional<Moment> until) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Done.say(request);
    View view = new View(rows(Language.of(request)), "", "", "");
    Page.show(request, response, "admin-tokens", view);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    Exchange exchange = Exchange.of(request);
    try {
      if (fields.text("act").equals("revoke")) {
        tokens.revoke(exchange.caller(), id(fields), exchange.client());
        Done.TOKEN_REVOKED.at(request, response, "/admin/tokens");
      } else {
        String made = create(fields, exchange);
        View view = new View(rows(Language.of(request)), "", made, "");
        Page.show(request, response, "admin-tokens", view);
      }
    } catch (Refusal e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      Language in = Language.of(request);
      View view = new View(rows(in), fields.text("name"), "", in.said(e.text()));
      Page.show(request, response, "admin-tokens", view);
    }
  }

  private String create(Fields fields, Exchange exchange) {
    Role role = Role.read(fields.text("role"));
    String name = fields.text("name").strip();
    return tokens.create(exchange.caller(), name, role, expires(fields), exchange.client());
  }

  private Optional<Instant> expires(Fields fields) {
    String days = fields.text("days").strip();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    if (!days.matches("[1-9][0-9]{0,3}")) {
      throw new Refusal("days", Said.of("said.days-rule"));
    }
    return Optional.of(clock.instant().plus(Duration.ofDays(Integer.parseInt(days))));
  }

  private static long id(Fields fields) {
    String id = fields.text("id");
    if (!id.matches("[0-9]{1,18}")) {
      throw new Refusal("id", Said.of("said.form-names-no-token"));
    }
    return Long.parseLong(id);
  }

  private List<Row> rows(Language in) {
    Instant now = clock.instant();
    return tokens.list().stream().map(token -> row(token, now, in)).toList();
  }

  private static Row row(ApiToken token, Instant now, Language in) {
    boolean revoked = token.revoked().isPresent();
    return new Row(
        token.id(),
        token.name(),
        token.role().text(),
        Moment.of(token.created()),
        token.createdBy(),
        token.used().map(Moment::of).orElse(new Moment("", in.say("admin-tokens.never"), 0)),
        revoked ? "revoked" : token.isValid(now) ? "valid" : "expired",
        token.expires().filter(end -> !revoked).map(Moment::of));
  }
}
