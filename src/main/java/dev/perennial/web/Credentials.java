package dev.perennial.web;

import dev.perennial.access.Access;
import dev.perennial.access.Caller;
import dev.perennial.words.Said;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request carries to say who sent it: a bearer token, or the cookie of a session. */
public final class Credentials {
  /** The cookie of a session, and of a visitor's form before sign-in. */
  public static final String COOKIE = "perennial";

  private static final String SCHEME = "Bearer ";

  private Credentials() {}

  /**
   * Who sent the request.
   *
   * @throws ProblemException with 401 if it bears a token that is not valid, with 429 if its client
   *     tried too many of them
   */
  static Caller caller(Access access, HttpServletRequest request) {
    Optional<Caller> known = access.caller(cookie(request), bearer(request));
    if (known.isPresent()) {
      return known.get();
    }
    long wait = access.wrongTokens().count(Exchange.of(request).client());
    throw wait > 0
        ? Problem.tooMany(Said.of("said.too-many-tokens"), wait).asException()
        : unauthorized(Said.of("said.token-not-valid"));
  }

  /** What stands behind the scheme "Bearer". */
  static Optional<String> bearer(HttpServletRequest request) {
    @Nullable String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /** The value of {@link #COOKIE}. */
  public static Optional<String> cookie(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> !value.isBlank())
            .findFirst();
  }

  /** Why this caller may not: 401 asks a stranger who he is, 403 tells somebody known no. */
  static ProblemException refusal(Caller caller) {
    if (caller.role().isEmpty()) {
      return unauthorized(Said.of("said.not-open"));
    }
    return Problem.of(Problem.Type.FORBIDDEN, Said.of("said.needs-an-administrator")).asException();
  }

  private static ProblemException unauthorized(Said why) {
    Said detail = Said.of("said.sign-in-or-send-a-token", why);
    Map<String, String> challenge = Map.of("WWW-Authenticate", "Bearer realm=\"perennial\"");
    return new Problem(Problem.Type.UNAUTHORIZED, detail, List.of(), challenge).asException();
  }
}
