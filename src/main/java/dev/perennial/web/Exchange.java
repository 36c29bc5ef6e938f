package dev.perennial.web;

import dev.perennial.access.Caller;
import dev.perennial.access.Client;
import dev.perennial.access.Role;
import jakarta.servlet.ServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request in progress: made by the first filter, completed by the dispatcher,
 * carried as the request attribute "exchange", under which pages find it too. For one thread at a
 * time.
 */
public final class Exchange {
  private static final String ATTRIBUTE = "exchange";
  private final long id;
  private final String name;
  private final boolean namedByClient;
  private final long startNanos;
  private Optional<Route> route = Optional.empty();
  private Map<String, String> parameters = Map.of();
  private Optional<Peer> peer = Optional.empty();
  private Caller caller = Caller.ANONYMOUS;
  private Supplier<String> csrf = () -> "";
  private Optional<byte[]> body = Optional.empty();
  private OptionalLong nanos = OptionalLong.empty();

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

  /**
   * A body of any length begins to be answered: the request counts as having taken as long as it
   * took to get here, since the rest is up to its sender.
   */
  void begunToStream() {
    nanos = OptionalLong.of(System.nanoTime() - startNanos);
  }

  /** How long the request has taken. */
  public long nanos() {
    return nanos.orElseGet(() -> System.nanoTime() - startNanos);
  }

  void matched(Route to, Map<String, String> values) {
    route = Optional.of(to);
    parameters = Map.copyOf(values);
  }

  void from(Peer sender) {
    peer = Optional.of(sender);
  }

  void calledBy(Caller known) {
    caller = known;
  }

  void guardedBy(Supplier<String> token) {
    csrf = token;
  }

  /** Keeps what was read of the body already, for {@link Body#read}. */
  void keep(byte[] read) {
    body = Optional.of(read);
  }

  Optional<byte[]> body() {
    return body;
  }

  private Peer peer() {
    return peer.orElseThrow(() -> new IllegalStateException("not dispatched yet"));
  }

  /** Where the request came from, behind the proxies that are trusted. */
  public Client client() {
    return peer().client();
  }

  /** Scheme, host and port as the client wrote them, such as {@code https://flowers.example}. */
  public String origin() {
    return peer().origin();
  }

  /** What a form must carry in its field "csrf"; "" if none is due. */
  public String csrf() {
    return csrf.get();
  }

  /** Whether it is known who calls; not so on the page of an address that nothing answers. */
  public boolean isSettled() {
    return peer.isPresent();
  }

  /** The name of the account that is signed in; "" if none is. */
  public String account() {
    return caller.how() == Caller.How.SESSION ? caller.name() : "";
  }

  /** Whether the administrator's pages open to the caller. */
  public boolean administers() {
    return caller.role().filter(Role.ADMINISTRATOR::equals).isPresent();
  }

  /** Whether an answer holds nothing of a session: neither an account's name nor a form's token. */
  public boolean isPublic() {
    return caller.how() == Caller.How.ANONYMOUS && csrf().isEmpty();
  }

  /** Where to sign in and come back here; without the context path. */
  public String signIn() {
    String here = peer.map(Peer::here).orElse("/");
    return "/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  /** Who sent the request; settled before its servlet is called. */
  public Caller caller() {
    return caller;
  }

  /** Who acted, as this caller may know it: strangers learn no account's and no token's name. */
  public String shown(String actor) {
    boolean named = actor.startsWith("account:") || actor.startsWith("token:");
    return named && caller.role().isEmpty() ? "an administrator" : actor;
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

  public Optional<Route> route() {
    return route;
  }
}
