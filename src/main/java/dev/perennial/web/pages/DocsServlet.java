package dev.perennial.web.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /docs}: the API to read and to try out. The one page whose content security policy is
 * wider than that of the others: docs/decisions/033-api-page.md. Stateless.
 */
public final class DocsServlet extends HttpServlet {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  /** The page has nothing of its own to show. */
  public record View() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    Page.show(request, response, "docs", new View());
  }
}
