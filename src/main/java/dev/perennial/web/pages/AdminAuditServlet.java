package dev.perennial.web.pages;

import dev.perennial.access.Audit;
import dev.perennial.web.Fields;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /admin/audit}: who did what, newest first. Safe for use by many threads. */
public final class AdminAuditServlet extends HttpServlet {
  private static final int ROWS = 50;
  private final transient Audit audit;

  public AdminAuditServlet(Audit audit) {
    this.audit = audit;
  }

  /**
   * The page.
   *
   * @param older what "before" must be for the next page, or "" on the last
   * @param first whether this is the newest page
   */
  public record View(List<AuditRow> rows, String older, boolean first) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String before = Fields.ofQuery(request).text("before");
    boolean paged = before.matches("[0-9]{1,18}");
    List<Audit.Entry> entries =
        audit.newest(paged ? Long.parseLong(before) : Long.MAX_VALUE, ROWS + 1);
    List<Audit.Entry> shown = entries.subList(0, Math.min(ROWS, entries.size()));
    String older = entries.size() > ROWS ? Long.toString(shown.get(shown.size() - 1).id()) : "";
    Page.show(request, response, "admin-audit", new View(AuditRow.of(shown), older, !paged));
  }
}
