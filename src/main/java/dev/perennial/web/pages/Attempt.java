package dev.perennial.web.pages;

import dev.perennial.access.SignIn;
import jakarta.servlet.http.HttpServletResponse;

/** What a password that did not open anything leads to. */
final class Attempt {
  private Attempt() {}

  /**
   * Sets the status (429 with Retry-After, or 401) and returns the sentence for the page.
   *
   * @param wrong what to say of a wrong password
   */
  static String refuse(
      SignIn.Outcome outcome, HttpServletResponse response, Language in, String wrong) {
    if (outcome instanceof SignIn.Wait wait) {
      response.setStatus(429);
      response.setHeader("Retry-After", Long.toString(wait.seconds()));
      return wait.seconds() == 1
          ? in.say("sign-in.too-many-attempts-try")
          : in.say("sign-in.too-many-attempts-try-again", wait.seconds());
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer realm=\"perennial\"");
    return wrong;
  }
}
