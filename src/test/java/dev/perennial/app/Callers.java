package dev.perennial.app;

import dev.perennial.access.Caller;
import dev.perennial.access.Client;
import dev.perennial.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of caller that a {@link Site} can have. */
final class Callers {
  static final List<Kind> KINDS =
      List.of(
          new Kind("a stranger", Optional.empty(), false),
          new Kind("a reader's session", Optional.of(Role.READER), true),
          new Kind("a reader's token", Optional.of(Role.READER), false),
          new Kind("an administrator's session", Optional.of(Role.ADMINISTRATOR), true),
          new Kind("an administrator's token", Optional.of(Role.ADMINISTRATOR), false),
          new Kind("the bootstrap token", Optional.of(Role.ADMINISTRATOR), false));

  private static final String PASSWORD = "a reader's own password";
  private static final Caller SETUP =
      new Caller("setup", Optional.of(Role.ADMINISTRATOR), Caller.How.TOKEN);
  private static final Client HERE = new Client("192.0.2.1", false);

  /** One kind. */
  record Kind(String name, Optional<Role> role, boolean session) {}

  private final Site site;
  private final Map<Kind, Visit> visits = new HashMap<>();
  private final Map<Kind, String> bearers;

  Callers(Site site) {
    this.site = site;
    site.app.access.accounts().create(SETUP, "ruth", Role.READER, PASSWORD, HERE);
    bearers =
        Map.of(
            KINDS.get(2), token("rights-reader", Role.READER),
            KINDS.get(4), token("rights-administrator", Role.ADMINISTRATOR),
            KINDS.get(5), Site.TOKEN);
  }

  private String token(String name, Role role) {
    return site.app.access.tokens().create(SETUP, name, role, Optional.empty(), HERE);
  }

  /**
   * Sends a request without a body.
   *
   * @param withCsrf whether it carries the token that its cookie needs
   */
  HttpResponse<String> send(Kind kind, String method, String path, boolean withCsrf)
      throws IOException, InterruptedException {
    Visit visit = visit(kind);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at(path)).method(method, BodyPublishers.noBody());
    if (bearers.containsKey(kind)) {
      request.header("Authorization", "Bearer " + bearers.get(kind));
    }
    if (withCsrf) {
      request.header("X-CSRF-Token", visit.csrf(kind.session() ? "account" : "sign-in"));
    }
    String cookie = visit.cookie();
    HttpResponse<String> answer = visit.send(request);
    if (!visit.cookie().equals(cookie)) {
      visits.remove(kind);
    }
    return answer;
  }

  private Visit visit(Kind kind) throws IOException, InterruptedException {
    if (!kind.session()) {
      return new Visit(site, "192.0.2.1");
    }
    if (!visits.containsKey(kind)) {
      boolean reader = kind.role().equals(Optional.of(Role.READER));
      String name = reader ? "ruth" : "admin";
      visits.put(kind, Visit.signedIn(site, name, reader ? PASSWORD : Site.PASSWORD));
    }
    return visits.getOrDefault(kind, new Visit(site, "192.0.2.1"));
  }
}
