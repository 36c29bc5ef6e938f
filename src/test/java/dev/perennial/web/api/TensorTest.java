package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Sites.class)
class TensorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private Site site;

  @BeforeEach
  void take(Site given) {
    site = given;
  }

  private HttpResponse<String> infer(String path, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("v2/models/" + path + "/infer"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String columns(String sepalLength) {
    return """
        {"id":"42","inputs":[
        {"name":"sepal_length","shape":[1],"datatype":"FP64","data":[%s]},
        {"name":"sepal_width","shape":[1,1],"datatype":"FP32","data":[[3.5]]},
        {"name":"petal_length","shape":[1],"datatype":"FP64","data":[1.4]},
        {"name":"petal_width","shape":[1],"datatype":"FP64","data":[0.2]}]}
        """
        .formatted(sepalLength);
  }

  @Test
  void answersColumnsAsTheJsonEndpointDoes() throws Exception {
    JsonNode v2 = JSON.readTree(infer("iris", columns("5.1")).body());
    JsonNode json =
        JSON.readTree(site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8)).body());
    assertEquals("42", v2.get("id").asString());
    assertEquals("iris", v2.get("model_name").asString());
    assertEquals("1", v2.get("model_version").asString());
    assertEquals(json.get("prediction"), v2.at("/outputs/0/data/0"));
    for (int k = 0; k < 3; k++) {
      String label = v2.at("/outputs/2/data/" + k).asString();
      assertEquals(json.get("probabilities").get(label), v2.at("/outputs/1/data/" + k));
    }
    assertTrue(site.ids().parse(v2.at("/outputs/3/data/0").asString()).isPresent());
  }

  @Test
  void answersOneTableAndOnlyTheOutputsAskedFor() throws Exception {
    String body =
        """
        {"inputs":[{"name":"x","shape":[2,4],"datatype":"FP64","data":[[5.1,3.5,1.4,0.2],[6.7,3.0,5.2,2.3]]}],
        "outputs":[{"name":"predict"}]}
        """;
    JsonNode v2 = JSON.readTree(infer("iris/versions/1", body).body());
    assertEquals(1, v2.get("outputs").size());
    assertEquals("[\"setosa\",\"virginica\"]", v2.at("/outputs/0/data").toString());
    assertEquals("[2]", v2.at("/outputs/0/shape").toString());
    assertTrue(!v2.get("id").asString().isEmpty());
  }

  @Test
  void namesTheSameFaultAsTheJsonEndpoint() throws Exception {
    String wrong = Site.SETOSA.replace("5.1", "\"x\"");
    JsonNode json =
        JSON.readTree(site.predict("iris", wrong.getBytes(StandardCharsets.UTF_8)).body());
    HttpResponse<String> response = infer("iris", columns("\"x\""));
    assertEquals(400, response.statusCode());
    JsonNode v2 = JSON.readTree(response.body());
    assertEquals(json.get("errors"), v2.get("details"));
    assertTrue(v2.get("error").isString());
  }

  @Test
  void refusesTensorsThatAreNotWhatTheirShapeSays() throws Exception {
    String body = columns("5.1").replace("[1.4]", "[1.4,1.5]");
    HttpResponse<String> response = infer("iris", body);
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("inputs[2].data"), response.body());
    assertEquals(400, infer("iris", "{}").statusCode());
    assertEquals(400, infer("iris", "[").statusCode());
    assertEquals(400, infer("iris", columns("5.1").replace("FP32", "FP7")).statusCode());
  }

  @Test
  void refusesModelsAndVersionsThatAreNotThereInItsOwnShape() throws Exception {
    for (String path : new String[] {"nobody", "iris/versions/9", "iris/versions/x"}) {
      HttpResponse<String> response = infer(path, columns("5.1"));
      assertEquals(404, response.statusCode(), path);
      assertTrue(JSON.readTree(response.body()).get("error").isString(), path);
    }
    assertEquals(404, site.get("v2/nothing").statusCode());
    assertEquals(405, site.get("v2/models/iris/infer").statusCode());
  }

  @Test
  void describesTheServerAndItsModels() throws Exception {
    assertEquals(200, site.get("v2/health/live").statusCode());
    assertEquals(200, site.get("v2/health/ready").statusCode());
    assertEquals("perennial", JSON.readTree(site.get("v2").body()).get("name").asString());
    assertEquals(200, site.get("v2/").statusCode());
    assertTrue(site.get("v2/models").body().contains("\"iris\""));
    assertEquals(200, site.get("v2/models/iris/versions/1/ready").statusCode());
    JsonNode model = JSON.readTree(site.get("v2/models/iris").body());
    assertEquals("weka_serialized", model.get("platform").asString());
    assertEquals(
        "{\"name\":\"sepal_length\",\"datatype\":\"FP64\",\"shape\":[-1]}",
        model.at("/inputs/0").toString());
    assertEquals("[-1,3]", model.at("/outputs/1/shape").toString());
  }

  @Test
  void sendsAnOutputOnceAndAnIdThatIsNotTextNotAtAll() throws Exception {
    String body =
        columns("5.1")
            .replace("\"42\"", "\"\\ud800\"")
            .replace("]}]}", "]}],\"outputs\":[{\"name\":\"predict\"},{\"name\":\"predict\"}]}");
    HttpResponse<String> response = infer("iris", body);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(1, JSON.readTree(response.body()).get("outputs").size());
  }
}
