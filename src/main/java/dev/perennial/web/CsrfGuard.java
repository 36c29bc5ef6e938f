package dev.perennial.web;

import dev.perennial.access.Caller;
import dev.perennial.access.Csrf;
import dev.perennial.access.Right;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that asks whether an unsafe request came from a page of ours. The token is due
 * where a session's cookie names the caller, and, against a cookie of its own, on unsafe routes
 * that are open to anyone whatever the settings say: the sign-in form. Safe for many threads.
 *
 * <p>It is the form field {@code csrf}, the header {@code X-CSRF-Token}, or, with a body that is no
 * form of names and values (a file to upload), the query parameter {@code csrf}. The field is taken
 * out of the body, so that no servlet and no record ever sees it; only the first one, since a model
 * may have an input of that name, and the form of a model therefore has the field always.
 */
final class CsrfGuard {
  static final String FIELD = "csrf";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Csrf csrf;
  private final int mostBody;

  /**
   * @param mostBody of a form, in bytes
   */
  CsrfGuard(Csrf csrf, int mostBody) {
    this.csrf = csrf;
    this.mostBody = mostBody;
  }

  /**
   * Lets the request pass, and lets the {@link Exchange} know the token for the next form.
   *
   * @throws ProblemException with 403 if a token is due and is missing or another's
   */
  void admit(Route route, HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    boolean unsafe = !SAFE.contains(request.getMethod());
    Optional<String> sent = unsafe ? sent(request, exchange) : Optional.empty();
    if (!isDue(route, exchange.caller())) {
      return;
    }
    Optional<String> cookie = Credentials.cookie(request);
    if (unsafe
        && !cookie.filter(c -> sent.filter(s -> csrf.matches(c, s)).isPresent()).isPresent()) {
      throw refusal();
    }
    String value = cookie.orElseGet(() -> begin(request, response));
    exchange.guardedBy(() -> csrf.token(value));
  }

  private static boolean isDue(Route route, Caller caller) {
    return switch (caller.how()) {
      case SESSION -> true;
      case TOKEN, BOOTSTRAP -> false;
      case ANONYMOUS -> route.right() == Right.ANYONE && !SAFE.containsAll(route.methods());
    };
  }

  /** A visitor who is about to fill a form in gets a cookie for its token to belong to. */
  private String begin(HttpServletRequest request, HttpServletResponse response) {
    String value = csrf.newCookie();
    SessionCookie.set(request, response, value);
    return value;
  }

  private Optional<String> sent(HttpServletRequest request, Exchange exchange) {
    @Nullable String header = request.getHeader("X-CSRF-Token");
    // getContentType() fails on a charset that there is not.
    @Nullable String type = request.getHeader("Content-Type");
    boolean form = type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    Optional<String> field = form ? cut(request, exchange) : query(request);
    return Optional.ofNullable(header).or(() -> field);
  }

  private Optional<String> cut(HttpServletRequest request, Exchange exchange) {
    UrlEncoded.Cut cut = UrlEncoded.cut(Body.read(request, mostBody), FIELD);
    exchange.keep(cut.rest());
    return cut.value();
  }

  private static Optional<String> query(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : UrlEncoded.cut(query.getBytes(StandardCharsets.ISO_8859_1), FIELD).value();
  }

  private static ProblemException refusal() {
    return Problem.of(Problem.Type.STALE_FORM, Said.of("said.stale-form")).asException();
  }
}
