package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.model.Seed;
import dev.perennial.web.Odd;
import dev.perennial.web.Route;
import dev.perennial.web.Trained;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** /openapi.json is valid, whole and true. */
@ExtendWith(Sites.class)
class OpenApiTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<Seed> ALL = List.of(Odd.seed(), Trained.twice());
  private static final Map<String, String> NAMES =
      Map.of("{model}", "iris", "{version}", "1", "{kind}", "drift");

  private static Description described(Site site) throws Exception {
    HttpResponse<String> answer = site.get("openapi.json");
    assertEquals(200, answer.statusCode(), answer.body());
    return new Description(answer.body());
  }

  @Test
  void theOfficialSchemaHasNothingToSay() throws Exception {
    try (Site site = Site.start(ALL)) {
      assertEquals(List.of(), described(site).faults());
    }
  }

  @Test
  void theOfficialSchemaWouldSaySo(Site site) throws Exception {
    ObjectNode broken = (ObjectNode) described(site).document;
    broken.withObjectProperty("info").remove("title");
    broken.at("/components/schemas/Ready").isObject();
    assertFalse(new Description(broken.toString()).faults().isEmpty());
    ObjectNode wrong = (ObjectNode) described(site).document;
    ((ObjectNode) wrong.at("/components/schemas/Ready")).put("type", "thing");
    assertFalse(new Description(wrong.toString()).faults().isEmpty());
  }

  @Test
  void everyRouteForProgramsIsInItAndNothingElse(Site site) throws Exception {
    Set<String> there = new TreeSet<>();
    for (Route route : site.routes()) {
      if (route.servlet().getClass().getPackageName().equals("dev.perennial.web.api")) {
        route.methods().forEach(method -> there.add(method + " " + route.template()));
      }
    }
    Set<String> said = new TreeSet<>();
    JsonNode paths = described(site).document.get("paths");
    for (var path : paths.properties()) {
      if (!path.getKey().matches("/(api/v1|v2)/models/(iris|hostile)/.*")) {
        path.getValue()
            .propertyNames()
            .forEach(m -> said.add(m.toUpperCase(Locale.ROOT) + " " + path.getKey()));
      }
    }
    assertEquals(there, said, "Describe each route in web/api/openapi.json, under operations");
    Set<String> written = new TreeSet<>();
    try (var in = OpenApi.class.getResourceAsStream("openapi.json")) {
      MAPPER.readTree(in).get("operations").propertyNames().forEach(written::add);
    }
    assertEquals(there, written, "What openapi.json describes is a route");
  }

  @Test
  void everyOperationAnswersAsDescribed() throws Exception {
    try (Site site = Site.start(ALL)) {
      Description description = described(site);
      List<String> faults = new ArrayList<>();
      for (var path : description.document.get("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          for (String token : List.of(Site.TOKEN, "")) {
            faults.addAll(
                ask(
                    site,
                    description,
                    path.getKey(),
                    operation.getKey(),
                    operation.getValue(),
                    token));
          }
        }
      }
      assertEquals(List.of(), faults);
    }
  }

  private static List<String> ask(
      Site site, Description said, String path, String method, JsonNode operation, String token)
      throws Exception {
    String asked = path.substring(1);
    for (var name : NAMES.entrySet()) {
      asked = asked.replace(name.getKey(), name.getValue());
    }
    JsonNode content = operation.at("/requestBody/content");
    boolean example = content.path("application/json").has("example");
    String body = example ? content.path("application/json").get("example").toString() : "{}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at(asked.replaceAll("\\{[^}]*}", "999")))
            .header("Content-Type", "application/json")
            .method(
                method.toUpperCase(Locale.ROOT),
                method.equals("post") ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = site.send(request);
    String what = method + " " + path + (token.isEmpty() ? " of a stranger" : "");
    String status = Integer.toString(answer.statusCode());
    if (example && answer.statusCode() != 200) {
      return List.of(what + ": its example is answered " + status + " " + answer.body());
    }
    JsonNode response = operation.get("responses").path(status);
    if (response.isMissingNode()) {
      return List.of(what + " answers " + status + ", which is not described");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    if (!response.has("content")) {
      return answer.body().isEmpty() ? List.of() : List.of(what + " has a body");
    }
    if (!response.get("content").has(type)) {
      return List.of(what + " answers " + status + " as " + type + ", which is not described");
    }
    if (!type.endsWith("json")) {
      return List.of();
    }
    return said
        .faults(
            answer.body(), "paths", path, method, "responses", status, "content", type, "schema")
        .stream()
        .map(fault -> what + " " + status + ": " + fault)
        .toList();
  }

  @Test
  void aRowIsValidByItsSchemaWhenItIsAnswered() throws Exception {
    try (Site site = Site.start(ALL)) {
      Description said = described(site);
      for (String model : List.of("iris", "hostile", "odd", "twice")) {
        String path = "/api/v1/models/" + model + "/predict";
        JsonNode example =
            said.document
                .get("paths")
                .get(path)
                .at("/post/requestBody/content/application~1json/example");
        agree(said, site, model, example, true);
        ObjectNode more = example.deepCopy().asObject();
        more.put("colour", "red");
        agree(said, site, model, more, false);
        for (String field : new ArrayList<>(example.propertyNames())) {
          ObjectNode without = example.deepCopy().asObject();
          without.remove(field);
          agree(said, site, model, without, false);
          for (String value : List.of("\"nowhere\"", "true", "[1]", "null", "7")) {
            ObjectNode changed = example.deepCopy().asObject();
            changed.set(field, MAPPER.readTree(value));
            boolean answered =
                site.predict(model, changed.toString().getBytes(StandardCharsets.UTF_8))
                        .statusCode()
                    == 200;
            if (!value.equals("\"nowhere\"") || !field.equals("seen")) {
              agree(said, site, model, changed, answered);
            }
          }
        }
      }
    }
  }

  private static void agree(
      Description said, Site site, String model, JsonNode row, boolean answered) throws Exception {
    String json = row.toString();
    int status = site.predict(model, json.getBytes(StandardCharsets.UTF_8)).statusCode();
    assertEquals(answered ? 200 : 400, status, json);
    List<String> faults = said.faults(json, "components", "schemas", model + ".Request");
    assertEquals(answered, faults.isEmpty(), json + faults);
  }

  @Test
  void whatMayBeMissingOrUnlistedIsSaidToBe() throws Exception {
    try (Site site =
        Site.start(
            Map.of("perennial.input.missing", "accept", "perennial.input.unseen", "accept"))) {
      Description said = described(site);
      assertEquals(List.of(), said.faults());
      agree(said, site, "iris", MAPPER.readTree("{\"sepal_length\":null}"), true);
      agree(said, site, "hostile", MAPPER.readTree("{\"a \\\"b\\\"\":\"nowhere\"}"), true);
    }
  }

  @Test
  void whoMayAskIsSaid(Site site) throws Exception {
    JsonNode paths = described(site).document.get("paths");
    assertEquals("[{},{\"token\":[]}]", paths.at("/~1api~1v1~1models/get/security").toString());
    assertEquals("[{\"token\":[]}]", paths.at("/~1api~1v1~1tokens/get/security").toString());
    assertEquals("[]", paths.at("/~1health~1live/get/security").toString());
  }

  @Test
  void theServerIsWhereTheDocumentWasFound() throws Exception {
    try (Site site = Site.start("/shop/perennial", "iris")) {
      JsonNode server = described(site).document.at("/servers/0/url");
      URI root = site.root;
      assertEquals(root.toString().replaceAll("/$", ""), server.stringValue());
      HttpResponse<String> page = site.get("docs");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("data-document=\"/shop/perennial/openapi.json\""));
      for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css")) {
        String address = "webjars/swagger-ui/5.34.1/" + file;
        assertTrue(page.body().contains("/shop/perennial/" + address), page.body());
        assertEquals(200, site.get(address).statusCode());
      }
    }
  }

  @Test
  void thePageOfTheApiMayShowItsIconsAndNothingElse(Site site) throws Exception {
    String policy = "Content-Security-Policy";
    String strict = site.get("models").headers().firstValue(policy).orElseThrow();
    String wider = site.get("docs").headers().firstValue(policy).orElseThrow();
    assertEquals(strict, wider.replace(" img-src 'self' data:;", ""));
    assertFalse(strict.contains("data:"), strict);
  }
}
