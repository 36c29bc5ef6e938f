package dev.perennial.web.filter;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.web.Exchange;
import dev.perennial.web.Route;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The outermost filter: times every request, gives it an id, and records or counts it after it was
 * answered. Nobody waits for the record. Safe for use by many threads.
 */
public final class RequestRecord extends HttpFilter {
  private static final String HEADER = "X-Request-Id";
  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
  private final transient Journal journal;
  private final transient Ids ids;
  private final transient ObjIntConsumer<String> count;
  private final transient Times times;

  /** Learns how long each request took. */
  public interface Times {
    /**
     * Notes a request that was answered.
     *
     * @param route its template, or "other"
     */
    void took(String route, int status, long nanos);
  }

  /**
   * @param count takes the route and the status of a request that is only counted
   * @param times takes every request
   */
  public RequestRecord(Journal journal, Ids ids, ObjIntConsumer<String> count, Times times) {
    this.journal = journal;
    this.ids = ids;
    this.count = count;
    this.times = times;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    boolean first = Exchange.find(request).isEmpty();
    Exchange exchange = Exchange.find(request).orElseGet(() -> begin(request, start));
    response.setHeader(HEADER, exchange.name());
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      if (first && request.getDispatcherType() == DispatcherType.REQUEST) {
        boolean unsaid = !answered && !response.isCommitted();
        String method = request.getMethod();
        Afterwards.run(request, () -> end(method, exchange, unsaid ? 500 : response.getStatus()));
      }
    }
  }

  private Exchange begin(HttpServletRequest request, long start) {
    long id = ids.next();
    @Nullable String given = request.getHeader(HEADER);
    boolean named = given != null && GIVEN.matcher(given).matches();
    String name = named && given != null ? given : "r" + Long.toUnsignedString(id, 36);
    Exchange exchange = new Exchange(id, name, named, start);
    exchange.attach(request);
    return exchange;
  }

  private void end(String method, Exchange exchange, int status) {
    Optional<Route> route = exchange.route();
    long nanos = exchange.nanos();
    times.took(route.map(Route::template).orElse("other"), status, nanos);
    if (route.isEmpty() || route.get().trace() == Route.Trace.COUNTED) {
      count.accept(route.map(Route::template).orElse("other"), status);
      return;
    }
    long micros = nanos / 1_000;
    journal.enqueue(
        new Entry.Request(
            exchange.id(),
            exchange.isNamedByClient() ? exchange.name() : "",
            METHODS.contains(method) ? method : "OTHER",
            route.get().template(),
            status,
            (int) Math.min(Integer.MAX_VALUE, micros)));
  }
}
