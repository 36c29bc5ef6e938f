package dev.perennial.web.pages;

import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers every error that a container reports, and shows people the problems that the dispatcher
 * forwards. Says nothing of the program's inside.
 */
public final class ErrorServlet extends HttpServlet {

  /** An error as the page shows it. */
  public record View(int status, String title, String detail) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Problem> known = Problems.of(request);
    boolean reported = request.getDispatcherType() == DispatcherType.ERROR;
    Problem problem = known.orElseGet(() -> problem(reported ? status(request) : 404));
    int status = known.isEmpty() && reported ? status(request) : problem.type().status();
    response.setStatus(status);
    if (Problems.isForPrograms(request)) {
      Problems.send(request, response, problem);
    } else {
      Language.use(request, response);
      request.setAttribute("view", new View(status, problem.type().title(), problem.detail()));
      request.getRequestDispatcher("/WEB-INF/jsp/error.jsp").forward(asGet(request), response);
    }
  }

  /** A JSP page refuses methods such as DELETE, also when it is to say that they are refused. */
  private static HttpServletRequest asGet(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getMethod() {
        return super.getMethod().equals("HEAD") ? "HEAD" : "GET";
      }
    };
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.of(Problem.Type.NOT_FOUND, "No page has this address.");
      case 405 ->
          Problem.of(Problem.Type.METHOD_NOT_ALLOWED, "This address answers other methods.");
      case 413, 414, 431 -> Problem.of(Problem.Type.TOO_LARGE, "Send less at once.");
      case 503 -> Problem.unavailable("Try again in a moment.");
      default ->
          status < 500
              ? Problem.of(Problem.Type.BAD_REQUEST, "The server could not make sense of it.")
              : Problem.of(Problem.Type.INTERNAL, "The request failed; it was logged.");
    };
  }
}
