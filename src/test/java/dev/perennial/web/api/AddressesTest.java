package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands at which address, for which method, and with which headers. */
@ExtendWith(Sites.class)
class AddressesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "GET,api/v1/models/iris/predict,'OPTIONS, POST'",
    "PUT,api/v1/models/iris/predict,'OPTIONS, POST'",
    "POST,api/v1/models,'GET, HEAD, OPTIONS'",
    "DELETE,api/v1/models/iris,'GET, HEAD, OPTIONS'",
    "POST,health/live,'GET, HEAD, OPTIONS'",
    "DELETE,'','GET, HEAD, OPTIONS, POST'",
    "FOO,'','GET, HEAD, OPTIONS, POST'"
  })
  void anotherMethodIsRefusedWithWhatIsAllowed(String method, String path, String allow, Site site)
      throws Exception {
    var response =
        site.send(HttpRequest.newBuilder(site.at(path)).method(method, BodyPublishers.noBody()));
    assertEquals(405, response.statusCode());
    assertEquals(allow, response.headers().firstValue("Allow").orElseThrow());
    String type = response.headers().firstValue("Content-Type").orElseThrow();
    assertTrue(type.startsWith(path.isEmpty() ? "text/html" : "application/problem+json"), type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api/v1/models", "api/v1/models/iris", "health/live", "health/ready"})
  void headAnswersAsGetWithoutABody(String path, Site site) throws Exception {
    var head =
        site.send(HttpRequest.newBuilder(site.at(path)).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(
        site.get(path).headers().firstValue("Content-Type"),
        head.headers().firstValue("Content-Type"));
  }

  @Test
  void optionsSayWhatIsAllowed(Site site) throws Exception {
    var response =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
                .method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, response.statusCode());
    assertEquals("OPTIONS, POST", response.headers().firstValue("Allow").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api",
        "api/",
        "api/v1/models/",
        "api/v1/models/rose",
        "api/v1/models/iris/",
        "health/x",
        "api/v1/models/%3Cb%3E",
        "api/v1/models/%C3%BC",
        "api/v1/models/iris/predict/more"
      })
  void anUnknownAddressForProgramsIsAProblemDocument(String path, Site site) throws Exception {
    var response = site.get(path);
    assertEquals(404, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "urn:perennial:problem:not-found", JSON.readTree(response.body()).get("type").asString());
    assertHeaders(response.headers().map().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%2e%2e/x",
        "api%2Fv1",
        "a%00b",
        "api/v1/models/a%2Fb",
        "%zz",
        "a;b=c/%5C",
        "error",
        "api/v1/models//predict"
      })
  void anOddAddressIsNeverAServerError(String path, Site site) throws Exception {
    String answer = site.raw("GET /" + path);
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
    assertFalse(answer.contains("Exception") || answer.contains("dev.perennial"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing-here", "assets/perennial.css", "api/v1/models", "health/live"})
  void everyResponseCarriesTheSecurityHeaders(String path, Site site) throws Exception {
    assertHeaders(site.get(path).headers().map().keySet());
  }

  private static void assertHeaders(Set<String> names) {
    for (String name :
        Set.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "x-request-id",
            "cache-control")) {
      assertTrue(names.contains(name), name);
    }
    assertFalse(names.contains("server"));
    assertFalse(names.contains("set-cookie"));
  }

  @Test
  void listsAndDescribesTheModels(Site site) throws Exception {
    JsonNode list = JSON.readTree(site.get("api/v1/models").body()).get("models");
    assertEquals("hostile", list.get(0).get("model").asString());
    assertEquals("iris", list.get(1).get("model").asString());
    JsonNode iris = JSON.readTree(site.get("api/v1/models/iris").body());
    assertEquals("sepal_length", iris.get("features").get(0).get("name").asString());
    assertEquals("cm", iris.get("features").get(0).get("unit").asString());
    assertEquals(4.3, iris.get("features").get(0).get("range").get("min").asDouble());
    assertEquals(1, iris.get("versions").get(0).get("version").asInt());
    assertTrue(iris.get("versions").get(0).get("champion").asBoolean());
    assertTrue(iris.get("metrics").get("classes").get("accuracy").asDouble() > 0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "hostile"})
  void theSampleRequestIsAnswered(String model, Site site) throws Exception {
    JsonNode sample =
        JSON.readTree(site.get("api/v1/models/" + model).body()).get("sample_request");
    var response =
        site.send(
            HttpRequest.newBuilder(site.root.resolve(sample.get("path").asString()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sample.get("body").toString())));
    assertEquals(200, response.statusCode(), response.body());
  }

  @Test
  void theProbesAnswer(Site site) throws Exception {
    assertEquals("{\"status\":\"live\"}", site.get("health/live").body());
    JsonNode ready = JSON.readTree(site.get("health/ready").body());
    assertEquals("ready", ready.get("status").asString());
    assertEquals(2, ready.get("models").size());
  }
}
