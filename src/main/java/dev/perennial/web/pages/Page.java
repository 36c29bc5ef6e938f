package dev.perennial.web.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a JSP show a view. */
final class Page {
  private Page() {}

  /**
   * Forwards to the page, which finds the view under "view".
   *
   * @param page its file's name without the extension
   */
  static void show(
      HttpServletRequest request, HttpServletResponse response, String page, Object view)
      throws ServletException, IOException {
    request.setAttribute("view", view);
    request.getRequestDispatcher("/WEB-INF/jsp/" + page + ".jsp").forward(request, response);
  }
}
