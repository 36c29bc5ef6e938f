package dev.perennial.web.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a JSP show a view. */
final class Page {
  private Page() {}

  /**
   * Includes the page, which finds the view under "view". It is not forwarded to: Tomcat ends the
   * response after a forward, before the filters have done with it.
   *
   * @param page its file's name without the extension
   */
  static void show(
      HttpServletRequest request, HttpServletResponse response, String page, Object view)
      throws ServletException, IOException {
    request.setAttribute("view", view);
    Language.use(request, response);
    response.setContentType("text/html;charset=UTF-8");
    request.getRequestDispatcher("/WEB-INF/jsp/" + page + ".jsp").include(request, response);
  }
}
