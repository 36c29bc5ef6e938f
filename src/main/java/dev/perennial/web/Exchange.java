package dev.perennial.web;

import dev.perennial.access.Caller;
import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request in progress: made by the first filter, completed by the dispatcher,
 * carried as a request attribute. For one thread at a time.
 */
public final class Exchange {
  private static final String ATTRIBUTE = Exchange.class.getName();
  private final long id;
  private final String name;
  private final boolean namedByClient;
  private final long startNanos;
  private Optional<Route> route = Optional.empty();
  private Map<String, String> parameters = Map.of();
  private Caller caller = Caller.ANONYMOUS;

  /**
   * @param id of the request in the log
   * @param name the X-Request-Id that goes out
   * @param startNanos {@link System#nanoTime()} at the filter's first line
   */
  public Exchange(long id, String name, boolean namedByClient, long startNanos) {
    this.id = id;
    this.name = name;
    this.namedByClient = namedByClient;
    this.startNanos = startNanos;
  }

  public static Optional<Exchange> find(ServletRequest request) {
    return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
  }

  /** The exchange of a request that has passed the filters. */
  public static Exchange of(ServletRequest request) {
    return find(request).orElseThrow(() -> new IllegalStateException("no filter has run"));
  }

  public void attach(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  void matched(Route to, Map<String, String> values) {
    route = Optional.of(to);
    parameters = Map.copyOf(values);
  }

  void calledBy(Caller known) {
    caller = known;
  }

  /** Who sent the request; settled before its servlet is called. */
  public Caller caller() {
    return caller;
  }

  /** A path parameter that the route's template names. */
  public String parameter(String parameter) {
    @Nullable String value = parameters.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + parameter + "}");
    }
    return value;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean isNamedByClient() {
    return namedByClient;
  }

  public long startNanos() {
    return startNanos;
  }

  public Optional<Route> route() {
    return route;
  }
}
