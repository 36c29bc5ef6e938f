package dev.perennial.web.pages;

import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import dev.perennial.words.Said;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Answers every error that a container reports, and shows people the problems that the dispatcher
 * forwards. Says nothing of the program's inside.
 */
public final class ErrorServlet extends HttpServlet {

  /**
   * An error as the page shows it.
   *
   * @param faults each parameter that is wrong, where the detail speaks of a list
   */
  public record View(int status, String title, String detail, List<String> faults) {}

  private static View view(int status, Problem problem, Language in) {
    boolean lists = problem.type() == Problem.Type.INVALID_PARAMETER;
    return new View(
        status,
        in.said(problem.type().title()),
        in.said(problem.detail()),
        lists
            ? problem.errors().stream().map(error -> in.said(error.sentence())).toList()
            : List.of());
  }

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
      request.setAttribute("view", view(status, problem, Language.use(request, response)));
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
      case 404 -> Problem.of(Problem.Type.NOT_FOUND, Said.of("said.no-such-page"));
      case 405 -> Problem.of(Problem.Type.METHOD_NOT_ALLOWED, Said.of("said.other-methods"));
      case 413, 414, 431 -> Problem.of(Problem.Type.TOO_LARGE, Said.of("said.send-less"));
      case 503 -> Problem.unavailable(Said.of("said.in-a-moment"));
      default ->
          status < 500
              ? Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.no-sense"))
              : Problem.of(Problem.Type.INTERNAL, Said.of("said.failed-and-logged"));
    };
  }
}
