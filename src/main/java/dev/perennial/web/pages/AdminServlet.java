package dev.perennial.web.pages;

import dev.perennial.access.Access;
import dev.perennial.access.Openness;
import dev.perennial.access.Proxies;
import dev.perennial.access.Role;
import dev.perennial.watch.Deliveries;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** {@code GET /admin}: who may do what, at a glance. Safe for use by many threads. */
public final class AdminServlet extends HttpServlet {
  private static final int LATEST = 5;
  private final transient Access access;
  private final transient Openness open;
  private final transient Proxies proxies;
  private final transient Clock clock;
  private final transient Function<Language, DeliveriesView> deliveries;

  /**
   * @param webhook whether alarms are told to one
   */
  public AdminServlet(
      Access access,
      Openness open,
      Proxies proxies,
      Clock clock,
      boolean webhook,
      Deliveries deliveries) {
    this.access = access;
    this.open = open;
    this.proxies = proxies;
    this.clock = clock;
    this.deliveries = in -> DeliveriesView.of(webhook, deliveries, in);
  }

  /**
   * The page.
   *
   * @param administrators how many of the accounts are
   * @param tokens how many are valid
   * @param proxies how many ranges of addresses are trusted as proxies
   * @param initial whether the password of the first start is still in force
   */
  public record View(
      int accounts,
      int administrators,
      int tokens,
      List<Door> doors,
      int proxies,
      boolean initial,
      DeliveriesView deliveries,
      List<AuditRow> latest) {}

  /** Something that strangers may do, or not. */
  public record Door(String what, String setting, boolean open) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Page.show(request, response, "admin", view(Language.of(request)));
  }

  private View view(Language in) {
    var accounts = access.accounts().list();
    var tokens = access.tokens().list();
    long administrators = accounts.stream().filter(a -> a.role() == Role.ADMINISTRATOR).count();
    return new View(
        accounts.size(),
        (int) administrators,
        (int) tokens.stream().filter(token -> token.isValid(clock.instant())).count(),
        List.of(
            new Door("admin.ask-for-predictions", "perennial.open.predict", open.predict()),
            new Door("admin.tell-true-labels", "perennial.open.label", open.label()),
            new Door("admin.read-the-monitor", "perennial.open.monitor", open.monitor()),
            new Door("admin.read-the-metrics", "perennial.open.metrics", open.metrics())),
        proxies.trusted().size(),
        access.hasInitialPassword(),
        deliveries.apply(in),
        AuditRow.of(access.audit().newest(Long.MAX_VALUE, LATEST)));
  }
}
