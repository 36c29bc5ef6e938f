package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What /openapi.json says of who may ask is what the server does to a stranger. */
class OpenApiSecurityTest {
  private static final Map<String, String> CLOSED =
      Map.of(
          "perennial.open.predict", "false",
          "perennial.open.label", "false",
          "perennial.open.monitor", "false",
          "perennial.open.metrics", "false");

  @Test
  void aStrangerGetsWhatIsSaidWithEverythingOpen() throws Exception {
    try (Site site = Site.start(Map.of())) {
      assertEquals(List.of(), differences(site));
    }
  }

  @Test
  void aStrangerGetsWhatIsSaidWithEverythingClosed() throws Exception {
    try (Site site = Site.start(CLOSED)) {
      assertEquals(List.of(), differences(site));
    }
  }

  private static List<String> differences(Site site) throws Exception {
    String text = site.get("openapi.json", "Authorization", "Bearer " + Site.TOKEN).body();
    List<String> faults = new ArrayList<>();
    int asked = 0;
    for (var path : new JsonMapper().readTree(text).get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        asked++;
        boolean open = isOpen(operation.getValue().get("security"));
        int status = status(site, path.getKey(), operation.getKey());
        if (open == List.of(401, 403, 303).contains(status)) {
          String said = open ? "open" : "closed";
          faults.add(operation.getKey() + " " + path.getKey() + " is " + said + ": " + status);
        }
      }
    }
    assertTrue(asked > 50, "too few to be true: " + asked);
    return faults;
  }

  /** Whether no requirement is named, or one of them is empty. */
  private static boolean isOpen(JsonNode security) {
    boolean open = security.isEmpty();
    for (JsonNode requirement : security) {
      open |= requirement.isEmpty();
    }
    return open;
  }

  private static int status(Site site, String path, String method) throws Exception {
    String asked = path.substring(1).replaceAll("\\{[^}]*}", "none");
    return site.send(
            HttpRequest.newBuilder(site.at(asked))
                .method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody()))
        .statusCode();
  }
}
