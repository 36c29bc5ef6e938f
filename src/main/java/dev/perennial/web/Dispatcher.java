package dev.perennial.web;

import dev.perennial.access.Access;
import dev.perennial.access.Openness;
import dev.perennial.access.Proxies;
import dev.perennial.access.Refusal;
import dev.perennial.db.DatabaseException;
import dev.perennial.log.JournalException;
import dev.perennial.words.Said;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the route of a request and lets its servlet answer; whatever goes wrong there becomes a
 * {@link Problem} here. Safe for use by many threads.
 */
public final class Dispatcher extends HttpServlet {
  private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);
  private final transient List<Route> routes;
  private final transient Access access;
  private final transient Openness open;
  private final transient Proxies proxies;
  private final transient CsrfGuard guard;

  /**
   * @param open what strangers may do
   * @param proxies whose word is taken for where a request came from
   * @param mostBody of a form, in bytes
   */
  public Dispatcher(
      List<Route> routes, Access access, Openness open, Proxies proxies, int mostBody) {
    this.routes = List.copyOf(routes);
    this.access = access;
    this.open = open;
    this.proxies = proxies;
    this.guard = new CsrfGuard(access.csrf(), mostBody);
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    for (Route route : routes) {
      route.servlet().init(config);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      dispatch(request, response);
    } catch (ProblemException e) {
      Problems.send(request, response, e.problem());
    } catch (Refusal e) {
      Problems.send(request, response, Problem.of(e));
    } catch (JournalException e) {
      logger.warn("an answer was not recorded and not sent: {}", e.getMessage());
      Problems.send(request, response, Problem.unavailable(Said.of("said.nothing-recorded")));
    } catch (DatabaseException e) {
      logger.warn("{}", e.getMessage());
      fail(request, response, Problem.unavailable(Said.of("said.database-away")), e);
    } catch (RuntimeException | ServletException e) {
      logger.error("request {} failed", Exchange.of(request).name(), e);
      Said detail = Said.of("said.request-failed", Exchange.of(request).name());
      fail(request, response, Problem.of(Problem.Type.INTERNAL, detail), e);
    }
  }

  /** A response that has begun cannot say that it failed: it is broken off, so that it shows. */
  private static void fail(
      HttpServletRequest request, HttpServletResponse response, Problem problem, Exception cause)
      throws ServletException, IOException {
    if (response.isCommitted()) {
      throw new IOException("broken off", cause);
    }
    Problems.send(request, response, problem);
  }

  private void dispatch(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Route route = find(request);
    String method = request.getMethod();
    if (method.equals("OPTIONS")) {
      response.setHeader("Allow", route.allow());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (!List.of(route.allow().split(", ")).contains(method)) {
      Said detail = Said.of("said.answers-only", route.allow());
      throw new Problem(
              Problem.Type.METHOD_NOT_ALLOWED, detail, List.of(), Map.of("Allow", route.allow()))
          .asException();
    } else {
      answer(route, request, response);
    }
  }

  private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    exchange.from(new Peer(proxies, request));
    exchange.calledBy(Credentials.caller(access, request));
    if (exchange.caller().may(route.right(), open)) {
      guard.admit(route, request, response);
      route.servlet().service(request, response);
    } else if (exchange.caller().role().isEmpty() && !Problems.isForPrograms(request)) {
      Redirect.to(request, response, exchange.signIn());
    } else {
      throw Credentials.refusal(exchange.caller());
    }
  }

  private Route find(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(path);
      if (values.isPresent()) {
        Exchange.of(request).matched(route, values.get());
        return route;
      }
    }
    throw Problem.of(Problem.Type.NOT_FOUND, Said.of("said.no-such-address")).asException();
  }
}
