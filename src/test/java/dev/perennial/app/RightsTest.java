package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.access.Right;
import dev.perennial.web.Route;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/rights.md, the routes and the running server say the same. */
@ExtendWith(Sites.class)
class RightsTest {
  private static final List<String> SAFE = List.of("GET", "HEAD");
  private static final Map<String, String> CLOSED =
      Map.of(
          "perennial.open.predict", "false",
          "perennial.open.label", "false",
          "perennial.open.monitor", "false",
          "perennial.open.metrics", "false");

  private static String key(Route route) {
    return route.template() + " " + String.join(", ", route.methods());
  }

  @Test
  void everyRouteHasItsLineInTheTable(Site site) throws Exception {
    Map<String, RightsTable.Line> said = new LinkedHashMap<>(RightsTable.read().byRoute());
    List<String> faults = new ArrayList<>();
    for (Route route : site.routes()) {
      RightsTable.Line line = said.remove(key(route));
      String wanted =
          "| %s | `%s` | %s | %s |"
              .formatted(
                  String.join(", ", route.methods()),
                  route.template(),
                  route.right().name().toLowerCase(java.util.Locale.ROOT),
                  csrf(route));
      if (line == null) {
        faults.add("is missing, add it if that is who may do it: " + wanted);
      } else if (line.right() != route.right() || !line.csrf().equals(csrf(route))) {
        faults.add("differs from the route, which is: " + wanted);
      }
    }
    said.keySet().forEach(gone -> faults.add("has no route (any more), remove it: " + gone));
    assertEquals(List.of(), faults, "Lines of the table \"Every route\" in docs/rights.md");
  }

  private static String csrf(Route route) {
    if (SAFE.containsAll(route.methods())) {
      return "none";
    }
    return route.right() == Right.ANYONE ? "always" : "session";
  }

  @Test
  void withEverythingOpenEveryCallerGetsWhatTheTableSays() throws Exception {
    try (Site site = Site.start(Map.of())) {
      assertEquals(List.of(), walk(site, true));
    }
  }

  @Test
  void withEverythingClosedEveryCallerGetsWhatTheTableSays() throws Exception {
    try (Site site = Site.start(CLOSED)) {
      assertEquals(List.of(), walk(site, false));
    }
  }

  private static List<String> walk(Site site, boolean open) throws Exception {
    RightsTable table = RightsTable.read();
    Callers callers = new Callers(site);
    List<String> faults = new ArrayList<>();
    int asked = 0;
    for (Route route : site.routes()) {
      RightsTable.Line line = table.byRoute().get(key(route));
      if (line == null) {
        continue;
      }
      for (String method : line.methods()) {
        for (Callers.Kind kind : Callers.KINDS) {
          asked++;
          check(callers, route, line, method, kind, table.admits(line.right(), kind.role(), open))
              .forEach(fault -> faults.add(kind.name() + ": " + method + " " + fault));
        }
      }
    }
    assertTrue(asked > 100, "too few to be true: " + asked);
    return faults;
  }

  private static List<String> check(
      Callers callers,
      Route route,
      RightsTable.Line line,
      String method,
      Callers.Kind kind,
      boolean admitted)
      throws Exception {
    List<String> faults = new ArrayList<>();
    String path = route.template().substring(1).replaceAll("\\{[^}]*}", "none");
    HttpResponse<String> answer = callers.send(kind, method, path, true);
    String got = what(answer, route);
    String wanted = admitted ? "in" : kind.role().isEmpty() ? "who are you" : "no";
    if (!got.equals(wanted)) {
      faults.add(route.template() + " should say " + wanted + " but says " + got);
    }
    boolean guarded =
        kind.session()
            ? !line.csrf().equals("none")
            : line.csrf().equals("always") && isNobody(kind);
    if (admitted && guarded && !SAFE.contains(method)) {
      String bare = what(callers.send(kind, method, path, false), route);
      if (!bare.equals("stale form")) {
        faults.add(route.template() + " without a CSRF token says " + bare);
      }
    }
    if (admitted && !guarded && !SAFE.contains(method)) {
      String bare = what(callers.send(kind, method, path, false), route);
      if (!bare.equals("in")) {
        faults.add(route.template() + " should need no CSRF token but says " + bare);
      }
    }
    return faults;
  }

  private static boolean isNobody(Callers.Kind kind) {
    return kind.role().isEmpty();
  }

  /** What an answer says to its caller, in the shape that the route's audience gets. */
  private static String what(HttpResponse<String> answer, Route route) {
    boolean program =
        route
            .template()
            .matches("/(api|health|metrics|openapi\\.json|v2|invocations|ping|version)\\b.*");
    int status = answer.statusCode();
    String location = answer.headers().firstValue("Location").orElse("");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (status == 403
        && answer.body().matches("(?s).*(stale-form|out of date|token of this browser).*")) {
      return "stale form";
    }
    if (status == 303 && location.startsWith("/sign-in?next=")) {
      return program ? "a redirect to a program" : "who are you";
    }
    if (status == 401 || status == 403) {
      boolean right = program == type.endsWith("json") && (program || status == 403);
      return right ? status == 401 ? "who are you" : "no" : "a wrong shape of " + status;
    }
    return status < 500 || status == 503 ? "in" : "an error of ours: " + status;
  }
}
