package dev.perennial.web.pages;

import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /monitor/{model}/report.html}: the page as one file that stands alone, to be kept or
 * sent. Safe for use by many threads.
 */
public final class ReportServlet extends HttpServlet {
  private final transient Watched watched;

  public ReportServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Span span = WindowQuery.read(request);
    Report report = watched.report(Exchange.of(request).parameter("model"), span);
    String name = report.model().replaceAll("[^A-Za-z0-9._-]", "_") + "-monitor.html";
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    MonitorView.Asked asked =
        new MonitorView.Asked(Language.of(request), span, true, Optional.empty(), style());
    Page.show(request, response, "report", MonitorView.of(report, watched, asked));
  }

  /** The style sheet inside an address: a file opened from a disk has no server to ask. */
  private String style() throws IOException {
    try (@Nullable InputStream sheet =
        getServletContext().getResourceAsStream("/assets/perennial.css")) {
      byte[] bytes = sheet == null ? new byte[0] : sheet.readAllBytes();
      return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }
  }
}
